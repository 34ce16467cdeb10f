using System.Globalization;
using IncidentReporting.Domain.Obligations;

namespace IncidentReporting.Application.Obligations;

/// <summary>The steps of a duty in one column: a line each, times in UTC to the millisecond.</summary>
internal static class StoredSteps
{
    private const string Time = "yyyyMMddHHmmssfff";

    public static string Write(IEnumerable<PlannedStep> steps) =>
        string.Join('\n', steps.Select(step =>
            string.Create(CultureInfo.InvariantCulture, $"{step.At.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)} {(int)step.Kind} {(int)step.To} {(step.Immediate ? 1 : 0)} {step.Key}")));

    public static IReadOnlyList<PlannedStep> Read(string stored) =>
        [.. stored.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadLine)];

    private static PlannedStep ReadLine(string line)
    {
        var parts = line.Split(' ', 5);
        var at = DateTime.ParseExact(parts[0], Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        return new PlannedStep(
            parts[4], new DateTimeOffset(at, TimeSpan.Zero), (StepKind)int.Parse(parts[1], CultureInfo.InvariantCulture),
            (Party)int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3] == "1");
    }
}
