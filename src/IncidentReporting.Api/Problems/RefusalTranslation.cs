using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Application.Incidents.PreviewAttachment;
using IncidentReporting.Domain.Common;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Api.Problems;

/// <summary>The one place where refusals and faults become problems; a fault is logged here.</summary>
internal sealed partial class RefusalTranslation(ILogger<RefusalTranslation> logger)
{
    private static readonly TimeSpan BusyFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan NoRoomFor = TimeSpan.FromSeconds(60);

    public (Problem Problem, TimeSpan? RetryAfter) Translate(Exception exception, HttpContext context)
    {
        var (problem, retryAfter) = Of(exception, context);
        if (exception is SealBrokenException { IsErased: false } broken)
        {
            DoesNotOpen(logger, broken.Message);
        }

        if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            Faulted(logger, exception.GetType().Name, problem.TraceId, Trace(exception));
        }

        return (problem, retryAfter);
    }

    private static (Problem Problem, TimeSpan? RetryAfter) Of(Exception exception, HttpContext context) => exception switch
    {
        InvalidInputException invalid => (Problem.Of(ProblemKind.Invalid, context) with { Errors = invalid.Errors }, null),
        RuleBrokenException broken => (Broken(broken, context), null),
        SealBrokenException { IsErased: true } => (Problem.Of(ProblemKind.NotFound, context), null),
        NotFoundException => (Problem.Of(ProblemKind.NotFound, context), null),
        NotAllowedException => (Problem.Of(ProblemKind.NotAllowed, context), null),
        NotSignedInException => (Problem.Of(ProblemKind.NotSignedIn, context), null),
        TooManyAttemptsException tooMany => (Problem.Of(ProblemKind.TooManyRequests, context), tooMany.RetryAfter),
        TooLargeException => (Problem.Of(ProblemKind.TooLarge, context), null),
        ChangedMeanwhileException changed => (Problem.Of(ProblemKind.ChangedMeanwhile, context) with { Both = changed.Both }, null),
        FormUnreadableException form => (Unreadable(form.Fault, context), null),
        NoPreviewException => (Problem.Of(ProblemKind.NoPreview, context), null),
        EvidenceDamagedException => (Problem.Of(ProblemKind.EvidenceDamaged, context), null),
        RequestRefusedException refused => (Problem.Of(refused.Kind, context) with { Errors = refused.Errors }, refused.RetryAfter),
        BadHttpRequestException bad => (Problem.Of(ProblemKind.OfStatus(bad.StatusCode) ?? ProblemKind.Unreadable, context), null),
        _ when PassingFaults.Of(exception) is { } passing => passing == PassingFault.NoRoom
            ? (Problem.Of(ProblemKind.NoRoom, context), NoRoomFor)
            : (Problem.Of(ProblemKind.Unavailable, context), BusyFor),
        _ => (Problem.Of(ProblemKind.Fault, context), null),
    };

    private static Problem Unreadable(FormFault fault, HttpContext context) => fault == FormFault.OtherMediaType
        ? Problem.Of(ProblemKind.UnsupportedMediaType, context)
        : Problem.Of(ProblemKind.Unreadable, context) with
        {
            Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [string.Empty] = [ProblemTexts.Get(fault == FormFault.NoUtf8 ? "body.not_utf8" : "body.not_multipart")] },
        };

    private static Problem Broken(RuleBrokenException broken, HttpContext context) =>
        new(Problem.TypeOf(broken.Rule.Code), RuleTexts.Sentence(broken.Rule), StatusCodes.Status409Conflict, ProblemTexts.Get("rule_broken.detail"),
            Problem.TraceOf(context))
        {
            Unmet = broken.Unmet,
            AllowedActions = broken.AllowedActions,
        };

    /// <summary>Where it happened, without the messages: a provider's message can hold values.</summary>
    private static string Trace(Exception exception)
    {
        var lines = new List<string>();
        for (var fault = exception; fault is not null; fault = fault.InnerException)
        {
            lines.Add(fault.GetType().FullName + Environment.NewLine + fault.StackTrace);
        }

        return string.Join(Environment.NewLine, lines);
    }

    // Its message names the place and ids, never what stood there.
    [LoggerMessage(EventId = 3401, Level = LogLevel.Error, Message = "{Seal}")]
    private static partial void DoesNotOpen(ILogger logger, string seal);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Error, Message = "Fault {Fault} in call {TraceId}: {Stack}")]
    private static partial void Faulted(ILogger logger, string fault, string traceId, string stack);
}
