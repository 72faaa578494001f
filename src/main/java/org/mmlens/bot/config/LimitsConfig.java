package org.mmlens.bot.config;

import java.time.Duration;

/// How much is done and waited for, `[limits]`.
///
/// @param quietMinutes how long no more mail of a series has to have come before it counts as
///   complete though mail it answers is missing, or as incomplete
/// @param reviews how many run at the same time on this machine, at least 1
/// @param heapMib memory of one review
/// @param reviewTime how long one may take
/// @param outputMib what a review may write
/// @param attempts how often a review whose process died is tried
/// @param mailsPerHour mails that leave in an hour, at most
/// @param mailsPerAuthor mails to one author in a day, at most
/// @param patches a longer series is not reviewed
/// @param faultRuns runs with a failing allocation for each patch, at most
public record LimitsConfig(
    int quietMinutes,
    int reviews,
    int heapMib,
    Duration reviewTime,
    int outputMib,
    int attempts,
    int mailsPerHour,
    int mailsPerAuthor,
    int patches,
    int faultRuns) {}
