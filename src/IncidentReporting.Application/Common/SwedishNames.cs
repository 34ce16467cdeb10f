using System.Globalization;

namespace IncidentReporting.Application.Common;

/// <summary>Names in the order of a Swedish list: å, ä and ö come last.</summary>
public sealed class SwedishNames : IComparer<string>
{
    public static readonly SwedishNames Order = new();

    private static readonly CompareInfo Swedish = CultureInfo.GetCultureInfo("sv-SE").CompareInfo;

    private SwedishNames()
    {
    }

    /// <summary>Different names are never equal, so that the order is always the same.</summary>
    public int Compare(string? x, string? y)
    {
        var order = Swedish.Compare(x, y, CompareOptions.IgnoreCase);
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }
}
