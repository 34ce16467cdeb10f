using System.Globalization;
using System.Resources;

namespace IncidentReporting.Application.Incidents;

/// <summary>What the cases say to people, in the language of the call.</summary>
internal static class IncidentTexts
{
    private static readonly ResourceManager Texts = new(typeof(IncidentTexts));

    public static string ProtectedPerson => Get(nameof(ProtectedPerson));

    public static string ProtectedExposed => Get(nameof(ProtectedExposed));

    public static string ProtectedExposedOf(int number) => string.Format(CultureInfo.CurrentCulture, Get(nameof(ProtectedExposedOf)), number);

    public static string ExcludesTheLast => Get(nameof(ExcludesTheLast));

    public static string RepresentativeStays => Get(nameof(RepresentativeStays));

    public static string CandidatesFor => Get(nameof(CandidatesFor));

    public static string KindsMissing => Get(nameof(KindsMissing));

    public static string OccurredAtMissing => Get(nameof(OccurredAtMissing));

    public static string SafeNowMissing => Get(nameof(SafeNowMissing));

    public static string InTheFuture => Get(nameof(InTheFuture));

    public static string TooLongAgo => Get(nameof(TooLongAgo));

    public static string SeverityOutside => Get(nameof(SeverityOutside));

    public static string IdentityGroundMissing => Get(nameof(IdentityGroundMissing));

    public static string UnknownUnit => Get(nameof(UnknownUnit));

    public static string UnknownPerson => Get(nameof(UnknownPerson));

    public static string UnknownCampaign => Get(nameof(UnknownCampaign));

    public static string UnknownExposed => Get(nameof(UnknownExposed));

    public static string ExposedSelfOrUser => Get(nameof(ExposedSelfOrUser));

    public static string ExposedUnnamed => Get(nameof(ExposedUnnamed));

    public static string ExposedTwice => Get(nameof(ExposedTwice));

    public static string BatchEmpty => Get(nameof(BatchEmpty));

    public static string BatchTooLarge => Get(nameof(BatchTooLarge));

    public static string BatchDraft => Get(nameof(BatchDraft));

    public static string MessageMissing => Get(nameof(MessageMissing));

    public static string TextMissing => Get(nameof(TextMissing));

    public static string ReasonMissing => Get(nameof(ReasonMissing));

    public static string AvReasonMissing => Get(nameof(AvReasonMissing));

    public static string DecidedNotReasons => Get(nameof(DecidedNotReasons));

    public static string DecidedNotAgrees => Get(nameof(DecidedNotAgrees));

    public static string DecidedNotReview => Get(nameof(DecidedNotReview));

    public static string ReportedByMissing => Get(nameof(ReportedByMissing));

    public static string NotRequiredReason => Get(nameof(NotRequiredReason));

    public static string CancelReason => Get(nameof(CancelReason));

    public static string UnknownDespite => Get(nameof(UnknownDespite));

    public static string TakedownAnswer => Get(nameof(TakedownAnswer));

    public static string UnknownEvidence => Get(nameof(UnknownEvidence));

    public static string TakedownPlatform => Get(nameof(TakedownPlatform));

    public static string NothingToRecord => Get(nameof(NothingToRecord));

    public static string ClosureReason => Get(nameof(ClosureReason));

    public static string ReceiverMissing => Get(nameof(ReceiverMissing));

    public static string ObjectionComment => Get(nameof(ObjectionComment));

    public static string AgreesMissing => Get(nameof(AgreesMissing));

    public static string NotForOthersReport => Get(nameof(NotForOthersReport));

    public static string NotAfterSubmission => Get(nameof(NotAfterSubmission));

    public static string OnlyExposed => Get(nameof(OnlyExposed));

    public static string OwnerUnknown => Get(nameof(OwnerUnknown));

    public static string HandlerUnsuitable => Get(nameof(HandlerUnsuitable));

    public static string NoNextManager => Get(nameof(NoNextManager));

    public static string NoticeNotGiven => Get(nameof(NoticeNotGiven));

    public static string UnknownSheet => Get(nameof(UnknownSheet));

    public static string UnknownCase => Get(nameof(UnknownCase));

    public static string UnknownFilter => Get(nameof(UnknownFilter));

    public static string CodeMissing => Get(nameof(CodeMissing));

    public static string UnknownCode(string list) => string.Format(CultureInfo.CurrentCulture, Get(nameof(UnknownCode)), list);

    public static string TooLong(int length) => string.Format(CultureInfo.CurrentCulture, Get(nameof(TooLong)), length);

    private static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)!;
}
