using System.Globalization;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Headcounts;
using IncidentReporting.Application.Statistics.Headcounts.CarryForward;
using IncidentReporting.Application.Statistics.Headcounts.GetState;
using IncidentReporting.Application.Statistics.Headcounts.GetTemplate;
using IncidentReporting.Application.Statistics.Headcounts.Import;
using IncidentReporting.Application.Statistics.Headcounts.Put;
using IncidentReporting.Application.Units.List;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Administration;
using IncidentReporting.Web.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Statistics.Headcounts.HeadcountsTexts;

namespace IncidentReporting.Web.Pages.Statistics.Headcounts;

/// <summary>How many work where: the latest figures, and new ones by file, by hand or as the month before.</summary>
[Allow(nameof(Operations.ListHeadcounts))]
[RequestSizeLimit(LargestRequest)]
internal sealed class IndexModel(IMediator mediator, ICurrentUser user, TimeProvider time) : PageModel
{
    /// <summary>Older figures than this ask for new ones.</summary>
    private const int OldFrom = 3;

    // So far above the largest file that whoever sends somewhat too much gets to read the answer.
    private const long LargestRequest = 8 * 1024 * 1024;

    private const string FileField = "file";

    public HeadcountState State { get; private set; } = null!;

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    internal IReadOnlyList<FileFault> Faults { get; private set; } = [];

    internal TypedCount Typed { get; private set; } = TypedCount.Blank;

    /// <summary>What was just taken in.</summary>
    public HeadcountsKept? Kept { get; private set; }

    /// <summary>True for who has the administration's pages to go back to.</summary>
    public bool HasOverview => Operations.ReadAdministration.IsFor(user.Roles);

    public IReadOnlyList<Choice> Groups => Codes.Choices(CodeLists.OccupationalGroups, ShownZone.DayOf(time.Now()));

    public decimal Total => State.Items.Where(row => !row.UnitClosed).Sum(row => row.Headcount);

    public bool IsOld => State.Items.Any(row => !row.UnitClosed && row.MonthsOld >= OldFrom);

    internal static string Age(LatestHeadcount row) => row.MonthsOld switch
    {
        0 => T("age.now"),
        1 => T("age.one"),
        var months => T("age.more", months),
    };

    internal static string Kind(LatestHeadcount row) => row.UnitClosed ? string.Empty : row.MonthsOld >= OldFrom ? "warn" : row.MonthsOld < 2 ? "ok" : string.Empty;

    internal static string Figure(decimal? figure) => figure?.ToString("#,0.##", CultureInfo.CurrentCulture) ?? T("untold");

    internal static string MonthName(string month) =>
        DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>The column's heading; a dash for the row as a whole.</summary>
    internal static string Column(FileFault fault) => fault.Column.Length == 0 ? "–" : T($"column.{fault.Column}");

    public async Task OnGetAsync(int? rows, int? added, int? changed, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Kept = rows is { } count ? new HeadcountsKept(count, added ?? 0, changed ?? 0) : null;
        await ReadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnGetTemplateAsync(CancellationToken cancellationToken)
    {
        var template = await mediator.Send(new GetHeadcountTemplateQuery(), cancellationToken);
        return File(template.Content, "text/csv; charset=utf-8", template.Name);
    }

    [Allow(nameof(Operations.PutHeadcounts))]
    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (file is null or { Length: 0 })
        {
            ModelState.AddModelError(FileField, SharedTexts.Shared("field.file"));
        }
        else if (file.Length > ImportHeadcountsCommand.MostBytes)
        {
            ModelState.AddModelError(FileField, T("upload.large"));
        }
        else
        {
            using var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content, cancellationToken);
            var answer = await mediator.TryAskAsync(new ImportHeadcountsCommand(content.ToArray()), ModelState, cancellationToken);
            if (answer.Sent)
            {
                return Done(answer.Value!);
            }

            Faults = FileFault.TakeFrom(ModelState);
            if (Faults.Count > 0)
            {
                ModelState.AddModelError(FileField, T("upload.faults", Faults.Count));
            }
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    [Allow(nameof(Operations.PutHeadcounts))]
    public async Task<IActionResult> OnPostCountAsync(CancellationToken cancellationToken)
    {
        Typed = TypedCount.In(Request.Form);
        var row = Typed.ToInput(ModelState);
        if (ModelState.IsValid)
        {
            var answer = await mediator.TryAskAsync(new PutHeadcountsCommand([row]), ModelState, cancellationToken);
            if (answer.Sent)
            {
                return Done(answer.Value!);
            }
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    [Allow(nameof(Operations.PutHeadcounts))]
    public async Task<IActionResult> OnPostCarryAsync(CancellationToken cancellationToken)
    {
        var answer = await mediator.TryAskAsync(new CarryForwardCommand(Request.Form["month"]), ModelState, cancellationToken);
        if (answer.Sent)
        {
            return Done(answer.Value!);
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    private RedirectResult Done(HeadcountsKept kept) =>
        Redirect(string.Create(CultureInfo.InvariantCulture, $"/statistics/headcounts?rows={kept.Rows}&added={kept.Added}&changed={kept.Changed}"));

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        State = await mediator.Send(new GetHeadcountStateQuery(), cancellationToken);
        if (State.MayChange)
        {
            var units = (await mediator.Send(new ListUnitsQuery(), cancellationToken)).Items;
            Units = UnitChoices.Of(units, Guid.TryParse(Typed.Unit, out var unit) ? unit : null);
            Typed = Typed == TypedCount.Blank ? Typed with { Month = State.Month } : Typed;
        }
    }
}
