using System.Runtime.CompilerServices;
using System.Text;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Api.Tests.Access;

/// <summary>docs/access.md says what the tables in the code say.</summary>
internal sealed class AccessDocumentTests
{
    private const string Rewrite = "WRITE_ACCESS_DOCUMENT";

    private static readonly CaseRole[] Shown =
    [
        CaseRole.Exposed, CaseRole.Reporter, CaseRole.Manager, CaseRole.NextManager, CaseRole.Representative, CaseRole.CoordinatorHandling, CaseRole.Coordinator,
    ];

    [Test]
    public void Table_HoldsTheRowOfEveryRoute() =>
        Assert.That(Operations.All.Keys, Is.SupersetOf([Operations.ReadIncident.Name, Operations.ReadSheetStyle.Name, Operations.ListUnits.Name]));

    [Test]
    public async Task Document_SaysWhatTheCodeDoes()
    {
        var (path, expected) = (PathOf(), Write());
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
        {
            await File.WriteAllTextAsync(path, expected);
        }

        var text = File.Exists(path) ? (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n") : string.Empty;
        Assert.That(text, Is.EqualTo(expected), $"docs/access.md is out of date: run this test with {Rewrite}=1 and read what changed.");
    }

    private static string PathOf([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/access.md"));

    private static string Write()
    {
        var page = new StringBuilder();
        page.Append("""
            # Who may do what

            This page is written from the tables in the code; a test fails when it is out of date. Every route names its row. A route without one stops the start, and a route that the test of all roles on all routes does not know fails the build.

            A role is held in a unit, from a day to a day, and reaches that unit and everything below it. What has no unit (people, settings, the log, the mails, campaigns) belongs to the employer as a whole, in whichever unit the role is held. Nobody reaches another employer. Who may not know of a case gets the same answer (404) as if it did not exist.

            ## By role


            """.ReplaceLineEndings("\n"));
        var roles = Enum.GetValues<Role>();
        Table(
            page, "what", roles.Select(Words),
            Operations.All.Values.Where(operation => operation.Audience == Audience.Roles).OrderBy(operation => operation.Name, StringComparer.Ordinal)
                .Select(operation => (operation.Name, roles.Select(role => operation.Roles.Contains(role) ? "yes" : string.Empty))));
        page.Append($"\nEveryone with an account, each within what is theirs: {List(Audience.SignedIn)}.\n");
        page.Append($"\nAlso without signing in: {List(Audience.Anyone)}.\n");

        page.Append("\n## In a case\n\n");
        page.Append("What someone is to the case decides. The manager is who holds the role of manager or deputy nearest to the case, the next manager who holds it above. ");
        page.Append("A coordinator handles the cases handed to her and those where no manager is left. A draft is known to its writer only. Someone named as the counterpart never sees the case.\n\n");
        Table(
            page, "what", Shown.Select(Words),
            Enum.GetValues<CaseAction>().Select(action => (SnakeCase.Of(action), Shown.Select(role => CasePermissions.RolesFor(action).Contains(role) ? "yes" : string.Empty))));
        page.Append("""

            - The reporter corrects and withdraws until the exposed person takes the report over; after that she does.
            - To an objection against closing only the next manager answers; where no manager is left, closing is proposed anew. Before it, only the exposed person and the representative do.
            - The data protection officer and the auditor read who opened a case in their reach, and nothing else of it.

            ## What is seen of a case


            """.ReplaceLineEndings("\n"));
        Table(
            page, "part", Shown.Select(Words),
            Enum.GetValues<FieldGroup>().Select(group => (SnakeCase.Of(group), Shown.Select(role => Words(FieldMask.Of(group, [role]))))));
        page.Append("\n*own*: what she wrote herself; *status*: what it is and where it stands; *if shared*: when the exposed person shares it; *if ground*: when a ground for keeping it is recorded. Whoever is several things sees the union.\n");
        return page.ToString();
    }

    private static string List(Audience audience) =>
        string.Join(", ", Operations.All.Values.Where(operation => operation.Audience == audience).Select(operation => $"`{operation.Name}`").Order(StringComparer.Ordinal));

    private static void Table(StringBuilder page, string first, IEnumerable<string> columns, IEnumerable<(string Name, IEnumerable<string> Cells)> rows)
    {
        var heads = columns.ToList();
        page.Append($"| {first} | {string.Join(" | ", heads)} |\n|---|{string.Concat(heads.Select(_ => "---|"))}\n");
        foreach (var (name, cells) in rows)
        {
            page.Append($"| `{name}` | {string.Join(" | ", cells)} |\n");
        }
    }

    private static string Words<T>(T value)
        where T : struct, Enum => value is Sight.None ? string.Empty : SnakeCase.Of(value).Replace('_', ' ');
}
