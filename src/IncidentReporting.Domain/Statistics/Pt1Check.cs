using System.Security.Cryptography;
using System.Text;

namespace IncidentReporting.Domain.Statistics;

/// <summary>The integer constraints of PT-1 and its checksum.</summary>
public static class Pt1Check
{
    public const string Sha256 = "77cc421a976ca736e17b38a5172bb0573dbced76ce26966942066cd08256c8b1";

    public static void Verify(PerturbationTable table)
    {
        for (var count = 0; count < table.Rows; count++)
        {
            VerifyRow(table.RowFor(count), count);
        }

        if (table.Slots != 65_536 || table.Rows != 9 || Checksum(table) != Sha256)
        {
            throw new InvalidOperationException("The perturbation table is not PT-1.");
        }
    }

    /// <summary>SHA-256 of the lines <c>row;change;slots</c>, each ended by a line feed.</summary>
    public static string Checksum(PerturbationTable table)
    {
        var lines = Enumerable.Range(0, table.Rows)
            .SelectMany(count => table.RowFor(count), (count, step) => FormattableString.Invariant($"{count};{step.Change};{step.Slots}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(lines))));
    }

    private static void VerifyRow(IReadOnlyList<PerturbationStep> row, int count)
    {
        var mean = row.Sum(step => (long)step.Change * step.Slots);
        var square = row.Sum(step => (long)step.Change * step.Change * step.Slots);
        var allowed = row.All(step => Math.Abs(step.Change) <= 5 && count + step.Change is 0 or > 2);
        if (row.Sum(step => step.Slots) != 65_536 || mean != 0 || square != (count == 0 ? 0 : 196_608) || !allowed)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Row {count} of the perturbation table breaks the constraints of PT-1."));
        }
    }
}
