using System.Globalization;
using System.Text.Json;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.Notify;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Incidents.Case;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.Notify.NotifyTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Notify;

/// <summary>A notice to an authority or another: first to whom, then what has been done.</summary>
[Allow(nameof(Operations.NotifyAuthority))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    private static readonly string[] InOrder = ["sent", "receipt", "answered", "closed", "required", "not_required"];

    private string? _addressee;

    /// <summary>Null until one is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Addressee
    {
        get => _addressee;
        set => _addressee = CodeLists.NotificationAddressees.Contains(value) ? value : null;
    }

    [BindProperty]
    public string? Status { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? Hour { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty(Name = "reference")]
    public string? ReferenceText { get; set; }

    public override CaseAction Action => CaseAction.Notify;

    public override string Heading => Addressee switch
    {
        null => T("title"),
        "av_33a" => T("title.av"),
        "fk_injury" => T("title.fk"),
        _ => Code.Label(Language),
    };

    internal static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    internal static IReadOnlyList<Code> Addressees => CodeLists.NotificationAddressees.Codes;

    internal Code Code => CodeLists.NotificationAddressees.Find(Addressee)!;

    /// <summary>The sheet that is made for this addressee.</summary>
    public string? Sheet => Addressee is "av_33a" or "fk_injury" ? Addressee : null;

    /// <summary>To have sent it comes first, not to need it last.</summary>
    internal static IReadOnlyList<Choice> Statuses => [.. InOrder.Select(status => new Choice(status, Codes.Label(CodeLists.NotificationStatuses, status)))];

    public IReadOnlyList<NotificationView> Earlier => [.. Of(Addressee)];

    /// <summary>How soon, in words.</summary>
    internal static string? Clock(Code code) =>
        code.Properties.TryGetValue("clockText", out var text) && text.ValueKind == JsonValueKind.Object && text.TryGetProperty(Language, out var words)
            ? CaseTexts.Begun(words.GetString()!)
            : null;

    public string? StateOf(string addressee) => Of(addressee).LastOrDefault() is { } latest ? Codes.Label(CodeLists.NotificationStatuses, latest.Status) : null;

    public string? KindOf(string addressee) => Of(addressee).LastOrDefault()?.Status switch
    {
        "required" => "warn",
        "sent" or "receipt" or "answered" or "closed" => "ok",
        _ => null,
    };

    [Allow(nameof(Operations.NotifyAuthority))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Require(Status, "status", T("status.missing"));
        if (Status == "not_required")
        {
            Require(Reason, "reason", T("reason.missing"));
        }

        return SendAsync(
            new NotifyCommand(Reference, Addressee, Status, Moment(At, Hour, "at", "hour"), CaseText.From(Reason), CaseText.From(ReferenceText)),
            "notified",
            cancellationToken);
    }

    protected override void Fill() => At = Times.ForDateField(Today);

    protected override IEnumerable<BothWrote> Compare()
    {
        if (Earlier is not [.., var latest] || !News.Any(item => item.About == latest.Id))
        {
            return [];
        }

        return
        [
            new(T("status"), Codes.Label(CodeLists.NotificationStatuses, latest.Status), string.IsNullOrEmpty(Status) ? null : Codes.Label(CodeLists.NotificationStatuses, Status)),
            new(T("reference"), latest.Reference?.Value, ReferenceText),
            new(T("reason"), latest.Reason?.Value, Reason),
        ];
    }

    private IEnumerable<NotificationView> Of(string? addressee) => (Case.Notifications.Value ?? []).Where(notice => notice.Addressee == addressee);
}
