package org.mmlens.bot.sink;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.mmlens.bot.server.MailSession;

/// A server that takes mail for others (RFC 5321, RFC 6409).
///
/// It cannot be asked what it has: a parcel that comes again is sent again, under the same
/// Message-ID (docs/decisions/05). A recipient that the server refuses for good is left out, and
/// the others get the mail; one that it refuses for now makes the whole parcel wait, before anybody
/// got it.
public final class SmtpSink implements Sink {

  private final String name;
  private final MailSession server;

  /// Names a server.
  ///
  /// @param name what the configuration calls it
  /// @param server where, and who sends
  public SmtpSink(String name, MailSession server) {
    this.name = name;
    this.server = server;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Delivery deliver(Parcel parcel) {
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
    try (Transport transport = server.session().getTransport("smtp")) {
      server.connect(transport);
      return send(transport, message, recipients);
    } catch (AuthenticationFailedException e) {
      return later("it does not let us in: " + said(e));
    } catch (MessagingException | IOException e) {
      return later(said(e));
    }
  }

  private static Address[] addresses(List<String> texts) throws AddressException {
    var all = new ArrayList<Address>();
    for (String text : texts) {
      all.add(new InternetAddress(text, true));
    }
    return all.toArray(Address[]::new);
  }

  private Delivery send(Transport transport, SMTPMessage message, Address[] recipients)
      throws MessagingException {
    try {
      return sent(transport, message, recipients, "");
    } catch (SendFailedException e) {
      Verdict verdict = Verdict.of(e);
      Address[] others = e.getValidUnsentAddresses();
      if (verdict != Verdict.RECIPIENT_REFUSED || others == null || others.length == 0) {
        return verdict == Verdict.LATER ? later(lines(e)) : new Delivery.Refused(lines(e));
      }
      return sendToOthers(transport, message, others, "; refused: " + lines(e));
    }
  }

  private Delivery sendToOthers(
      Transport transport, SMTPMessage message, Address[] others, String refused)
      throws MessagingException {
    try {
      return sent(transport, message, others, refused);
    } catch (SendFailedException e) {
      return Verdict.of(e) == Verdict.LATER ? later(lines(e)) : new Delivery.Refused(lines(e));
    }
  }

  private static Delivery sent(
      Transport transport, SMTPMessage message, Address[] recipients, String remark)
      throws MessagingException {
    transport.sendMessage(message, recipients);
    String said = transport instanceof SMTPTransport smtp ? smtp.getLastServerResponse() : "";
    return new Delivery.Delivered(oneLine(said) + remark);
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
    /// A code that begins with 4, or none: the connection broke.
    LATER;

    static Verdict of(SendFailedException e) {
      return chain(e).stream()
          .filter(part -> code(part).isPresent())
          .map(part -> of(part, code(part).getAsInt()))
          .max(Comparator.naturalOrder())
          .orElse(LATER);
    }

    private static Verdict of(Exception part, int code) {
      if (code / 100 != 5) {
        return LATER;
      }
      return part instanceof SMTPAddressFailedException ? RECIPIENT_REFUSED : REFUSED;
    }
  }
}
