using System.Globalization;
using System.Text.RegularExpressions;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Application.Incidents.ReportBatch;
using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Application.Units.List;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Components.WhoReads;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Reports.ReportTexts;

namespace IncidentReporting.Web.Pages.Reports.Batch;

/// <summary>Several smaller events of one shift in one sheet.</summary>
[Allow(nameof(Operations.ReportIncidents))]
internal sealed partial class IndexModel(IMediator mediator, CurrentUser user, IdempotencyContext idempotency, TimeProvider time) : PageModel
{
    private const int AtFirst = 3;
    private const int Most = 50;
    private const int More = 3;

    [BindProperty]
    public string? SafeNow { get; set; }

    [BindProperty]
    public string? Date { get; set; }

    [BindProperty]
    public string? UnitId { get; set; }

    public IReadOnlyList<BatchRow> Rows { get; private set; } = [.. Enumerable.Repeat(new BatchRow(null, null, null), AtFirst)];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public string WhoReads { get; private set; } = string.Empty;

    public bool MayAdd => Rows.Count < Most;

    public string Today => Times.ForDateField(ShownZone.DayOf(time.Now()));

    public static IReadOnlyList<Choice> KindChoices => [.. Kinds.Choices.Select(kind => kind with { Help = null })];

    public static IReadOnlyList<Choice> SafeChoices => [.. Begin.IndexModel.Answers.Select(answer => new Choice(answer, T($"batch.safe.{answer}")))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Date = Today;
        await LoadAsync(cancellationToken);
    }

    [Allow(nameof(Operations.ReportIncidents))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Rows = RowsOf(Request.Form);
        if (Read() is { } told)
        {
            idempotency.UseFormKey(user, Request);
            var (sent, result) = await mediator.TryAskAsync(new ReportBatchCommand([.. told.Select(report => report.Report)]), ModelState, cancellationToken);
            if (sent)
            {
                return Redirect("/report/batch/receipt?numbers=" + string.Join(',', result!.Items.Select(item => item.Number)));
            }

            PutErrorsAtRows([.. told.Select(report => report.Row)]);
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    /// <summary>More rows, with all that is typed already.</summary>
    [Allow(nameof(Operations.ReportIncidents))]
    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken)
    {
        var rows = RowsOf(Request.Form);
        Rows = [.. rows, .. Enumerable.Repeat(new BatchRow(null, null, null), Math.Min(More, Most - rows.Count))];
        await LoadAsync(cancellationToken);
        return Page();
    }

    private static List<BatchRow> RowsOf(IFormCollection form)
    {
        var rows = new List<BatchRow>();
        while (rows.Count < Most && form.ContainsKey(Name(rows.Count, "description")))
        {
            rows.Add(new BatchRow(form[Name(rows.Count, "kinds")], form[Name(rows.Count, "occurredAt")], form[Name(rows.Count, "description")]));
        }

        return rows;
    }

    internal static string Name(int row, string field) => string.Create(CultureInfo.InvariantCulture, $"incidents[{row}].{field}");

    private List<(int Row, ReportInput Report)>? Read()
    {
        var day = TypedTime.Day(Date, "date", ModelState);
        if (string.IsNullOrWhiteSpace(Date))
        {
            ModelState.AddModelError("date", SharedTexts.Shared("field.date"));
        }

        if (!CodeLists.SafeNow.Contains(SafeNow))
        {
            ModelState.AddModelError("safeNow", T("safe.missing"));
        }

        var unit = Guid.TryParse(UnitId, out var id) ? new UnitId(id) : (UnitId?)null;
        var reports = new List<(int, ReportInput)>();
        foreach (var (row, index) in Rows.Select((row, index) => (row, index)).Where(row => !row.row.IsEmpty))
        {
            var hour = TypedTime.Hour(row.Time, Name(index, "occurredAt"), ModelState);
            reports.Add((index, new ReportInput
            {
                Kinds = CodeSet.Of(string.IsNullOrEmpty(row.Kind) ? [] : [row.Kind]),
                OccurredAt = day is { } told ? TypedTime.Instant(told, hour) : null,
                OccurredPrecision = hour is null ? "day" : "about",
                SafeNow = SafeNow,
                UnitId = unit,
                Description = CaseText.From(row.Description),
            }));
        }

        if (reports.Count == 0)
        {
            ModelState.AddModelError(Name(0, "kinds"), T("batch.empty"));
        }

        return ModelState.IsValid ? reports : null;
    }

    // The command numbers what was sent; the sheet has empty rows between.
    private void PutErrorsAtRows(IReadOnlyList<int> rows)
    {
        foreach (var (field, entry) in ModelState.Where(entry => entry.Value!.Errors.Count > 0).ToList())
        {
            if (RowOfError().Match(field) is not { Success: true } match)
            {
                continue;
            }

            var messages = entry!.Errors.Select(error => error.ErrorMessage).ToList();
            var index = int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture);
            var name = match.Groups["field"].Value;
            ModelState.Remove(field);
            messages.ForEach(message => ModelState.AddModelError(name == "unitId" ? name : Name(rows[index], name), message));
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var units = (await mediator.Send(new ListUnitsQuery(), cancellationToken)).Items;
        Units = [.. units.Where(unit => !unit.Closed).Select(unit => new Choice(unit.Id.Value.ToString(), unit.Name))];
        var known = units.FirstOrDefault(unit => unit.Id.Value.ToString() == UnitId)?.Id;
        WhoReads = Readers.Sentence(await mediator.Send(new ShowReadersOfNewQuery(known), cancellationToken), FieldGroup.Narrative);
    }

    [GeneratedRegex(@"^incidents\[(?<index>[0-9]+)\]\.(?<field>\w+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowOfError();
}
