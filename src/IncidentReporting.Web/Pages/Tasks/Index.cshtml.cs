using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Tasks.ListMine;
using IncidentReporting.Web.Components.Duties;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Paging = IncidentReporting.Application.Common.Page;
using static IncidentReporting.Web.Pages.Tasks.TasksTexts;

namespace IncidentReporting.Web.Pages.Tasks;

/// <summary>What stands with me, by when it is to be done.</summary>
[Allow(nameof(Operations.ListTasks))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    private static readonly string[] Groups = ["overdue", "today", "week", "later"];

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public int Count { get; private set; }

    /// <summary>Those that hold something, in order of time.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<DutyRow> Duties)> Grouped { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var tasks = await mediator.Send(new ListMyTasksQuery(new Paging(Paging.DefaultLimit, After is null ? null : Cursor.Parse(After))), cancellationToken);
        var now = time.Now();
        var today = ShownZone.DayOf(now);
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        var byGroup = tasks.Items.ToLookup(task => GroupOf(task.DueAt, now, today, sunday));
        Grouped = [.. Groups.Where(byGroup.Contains).Select(name => (name, (IReadOnlyList<DutyRow>)[.. byGroup[name].Select(Row)]))];
        (Count, Next) = (tasks.Items.Count, tasks.Next);
    }

    internal static DutyRow Row(TaskItem task) => new(
        task.Title, DutyForms.AddressOf(task.Rule, task.Link, task.About), task.DueAt,
        string.Join(" · ", new[] { task.Incident?.Number, T($"as.{task.Responsible.Role}") }.OfType<string>()))
    {
        Why = task.Why,
        Reference = task.Reference,
    };

    private static string GroupOf(DateTimeOffset due, DateTimeOffset now, DateOnly today, DateOnly sunday) =>
        due < now ? "overdue" : ShownZone.DayOf(due) is var day && day <= today ? "today" : day <= sunday ? "week" : "later";
}
