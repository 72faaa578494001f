package org.mmlens.bot.sink;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.mmlens.bot.server.MailSession;

/// A server that takes mail for others (RFC 5321, RFC 6409).
///
/// It cannot be asked what it has: a brink is crossed right before the line that ends the mail (RFC
/// 5321 §4.1.1.4), and until the server has answered that line whether it has the mail is not known
/// (docs/decisions/07). A recipient that the server refuses for good is left out, and the others
/// get the mail; one that it refuses for now makes the whole parcel wait, before anybody got it.
public final class SmtpSink implements Sink {

  private final String name;
  private final MailSession server;
  private final Optional<String> copyTo;

  /// Names a server.
  ///
  /// @param name what the configuration calls it
  /// @param server where, and who sends
  /// @param copyTo a recipient who is none of the mail's: it is not sent to that one alone
  public SmtpSink(String name, MailSession server, Optional<String> copyTo) {
    this.name = name;
    this.server = server;
    this.copyTo = copyTo;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Delivery deliver(Parcel parcel, Brink brink) {
    Address[] recipients;
    SMTPMessage message;
    try {
      recipients = addresses(parcel.envelope().recipients());
      message = new SMTPMessage(server.session(), new ByteArrayInputStream(parcel.message()));
      message.setEnvelopeFrom(new InternetAddress(parcel.envelope().from(), true).getAddress());
      message.setAllow8bitMIME(true);
    } catch (MessagingException e) {
      return new Delivery.Refused("not a mail that can be sent: " + said(e));
    }
    var submission = new Submission(server.session(), brink);
    try {
      server.connect(submission);
      return send(submission, message, recipients);
    } catch (AuthenticationFailedException e) {
      return later("it does not let us in: " + said(e));
    } catch (MessagingException | IOException e) {
      return open(submission, said(e));
    } finally {
      submission.hangUp();
    }
  }

  /// Without an answer: before the brink the server does not have it.
  private Delivery open(Submission submission, String reason) {
    return submission.crossed()
        ? new Delivery.Unsure("%s: %s".formatted(server, reason))
        : later(reason);
  }

  private static Address[] addresses(List<String> texts) throws AddressException {
    var all = new ArrayList<Address>();
    for (String text : texts) {
      all.add(new InternetAddress(text, true));
    }
    return all.toArray(Address[]::new);
  }

  private Delivery send(Submission transport, SMTPMessage message, Address[] recipients)
      throws MessagingException {
    try {
      return sent(transport, message, recipients, "");
    } catch (SendFailedException e) {
      Verdict verdict = Verdict.of(e);
      Address[] others = e.getValidUnsentAddresses();
      if (verdict != Verdict.RECIPIENT_REFUSED || others == null || !anybody(others)) {
        return refusal(transport, verdict, e);
      }
      return sendToOthers(transport, message, others, "; refused: " + lines(e));
    }
  }

  private boolean anybody(Address[] others) {
    return Arrays.stream(others)
        .map(Address::toString)
        .anyMatch(other -> !other.equals(copyTo.orElse("")));
  }

  private Delivery refusal(Submission transport, Verdict verdict, SendFailedException e) {
    return switch (verdict) {
      case NO_ANSWER -> open(transport, lines(e));
      case LATER -> later(lines(e));
      case REFUSED, RECIPIENT_REFUSED -> new Delivery.Refused(lines(e));
    };
  }

  private Delivery sendToOthers(
      Submission transport, SMTPMessage message, Address[] others, String refused)
      throws MessagingException {
    try {
      return sent(transport, message, others, refused);
    } catch (SendFailedException e) {
      return refusal(transport, Verdict.of(e), e);
    }
  }

  private static Delivery sent(
      Submission transport, SMTPMessage message, Address[] recipients, String remark)
      throws MessagingException {
    transport.sendMessage(message, recipients);
    return new Delivery.Delivered(oneLine(transport.getLastServerResponse()) + remark);
  }

  private Delivery later(String reason) {
    return new Delivery.Later("%s: %s".formatted(server, reason));
  }

  private static String said(Exception e) {
    return oneLine(Objects.toString(e.getMessage(), e.getClass().getSimpleName()));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String lines(SendFailedException e) {
    var said = new ArrayList<String>();
    for (Exception part : chain(e)) {
      if (part instanceof SMTPAddressFailedException address) {
        said.add(address.getAddress() + ": " + said(address));
      } else if (code(part).isPresent()) {
        said.add(said(part));
      }
    }
    return said.isEmpty() ? said(e) : String.join("; ", said);
  }

  private static List<Exception> chain(SendFailedException e) {
    var all = new ArrayList<Exception>();
    Exception at = e;
    while (at instanceof MessagingException part) {
      all.add(part);
      at = part.getNextException();
    }
    return all;
  }

  private static OptionalInt code(Exception e) {
    return switch (e) {
      case SMTPAddressFailedException address -> OptionalInt.of(address.getReturnCode());
      case SMTPSendFailedException mail -> OptionalInt.of(mail.getReturnCode());
      case SMTPSenderFailedException sender -> OptionalInt.of(sender.getReturnCode());
      default -> OptionalInt.empty();
    };
  }

  /// What a server's answers to a mail come to.
  private enum Verdict {
    /// A code that begins with 5 for a recipient, and no other trouble (RFC 5321 §4.2.1).
    RECIPIENT_REFUSED,
    /// A code that begins with 5 for the mail.
    REFUSED,
    /// A code that begins with 4.
    LATER,
    /// No code: the connection broke.
    NO_ANSWER;

    static Verdict of(SendFailedException e) {
      return chain(e).stream()
          .filter(part -> code(part).isPresent())
          .map(part -> of(part, code(part).getAsInt()))
          .max(Comparator.naturalOrder())
          .orElse(NO_ANSWER);
    }

    private static Verdict of(Exception part, int code) {
      if (code / 100 != 5) {
        return code / 100 == 4 ? LATER : NO_ANSWER;
      }
      return part instanceof SMTPAddressFailedException ? RECIPIENT_REFUSED : REFUSED;
    }
  }
}
