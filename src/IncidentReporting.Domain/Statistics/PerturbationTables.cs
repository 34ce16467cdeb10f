namespace IncidentReporting.Domain.Statistics;

/// <summary>The tables in use; a changed table is a new one with a new id.</summary>
public static class PerturbationTables
{
    /// <summary>Maximum entropy with mean 0, variance 3, changes of at most 5 and never a 1 or 2 (Giessing 2016; as ptable with D=5, V=3, js=2).</summary>
    public static PerturbationTable Pt1 { get; } = new("PT-1", 65_536,
    [
        [new(0, 65536)],
        [new(-1, 48134), new(2, 8961), new(3, 4771), new(4, 2451), new(5, 1219)],
        [new(-2, 26792), new(1, 26648), new(2, 9675), new(3, 2119), new(4, 281), new(5, 21)],
        [new(-3, 13368), new(0, 25800), new(1, 16221), new(2, 7245), new(3, 2299), new(4, 519), new(5, 84)],
        [new(-4, 5561), new(-1, 18214), new(0, 18214), new(1, 12412), new(2, 6889), new(3, 2979), new(4, 1004), new(5, 263)],
        [new(-5, 1320), new(-2, 11362), new(-1, 14459), new(0, 14504), new(1, 11466), new(2, 7144), new(3, 3509), new(4, 1358), new(5, 414)],
        [new(-3, 4720), new(-2, 8960), new(-1, 12935), new(0, 14198), new(1, 11854), new(2, 7527), new(3, 3634), new(4, 1335), new(5, 373)],
        [
            new(-4, 1209), new(-3, 3636), new(-2, 7970), new(-1, 12727), new(0, 14806), new(1, 12546), new(2, 7746), new(3, 3483), new(4, 1141),
            new(5, 272),
        ],
        [
            new(-5, 249), new(-4, 1086), new(-3, 3428), new(-2, 7781), new(-1, 12727), new(0, 14994), new(1, 12727), new(2, 7781), new(3, 3428),
            new(4, 1086), new(5, 249),
        ],
    ]);

    /// <summary>The variance of the noise of a published count, V.</summary>
    public const double Variance = 3;

    /// <summary>Throws unless the table in use is, to the slot, the one that was decided. Called at start.</summary>
    public static void Verify() => Pt1Check.Verify(Pt1);
}
