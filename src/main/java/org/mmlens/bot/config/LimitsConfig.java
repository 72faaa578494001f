package org.mmlens.bot.config;

/// How much is done and waited for, `[limits]`.
///
/// @param quietMinutes how long a series has to have been quiet before it counts as complete, where
///   its parts do not say so, and before an incomplete one is given up
/// @param reviews how many run at the same time on this machine, at least 1
/// @param heapMib memory of one review
/// @param reviewMinutes time of one review
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
    int reviewMinutes,
    int outputMib,
    int attempts,
    int mailsPerHour,
    int mailsPerAuthor,
    int patches,
    int faultRuns) {}
