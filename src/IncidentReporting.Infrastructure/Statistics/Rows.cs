namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>A counted incident or exposure as it stands now; changed in the same save as its incident.</summary>
internal sealed class StatFact
{
    /// <summary>1 incidents, 2 exposures.</summary>
    public int Fact { get; init; }

    /// <summary>As <see cref="Domain.Statistics.StatPeriod.Code"/>, such as 202503.</summary>
    public int Month { get; init; }

    public Guid UnitId { get; init; }

    /// <summary>Of the incident, or of the exposed person's part in it.</summary>
    public Guid SourceId { get; init; }

    public int Combo { get; set; }

    public long Flags { get; set; }

    public long StatKey { get; init; }

    /// <summary>Who was exposed, where she has an account; persons are counted from it.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>In place of <see cref="PersonId"/> where the case is erased: her pseudonym of the year, until the year's persons are final.</summary>
    public Guid? PersonRef { get; set; }
}

/// <summary>A person exposed in a year, under a keyed pseudonym, in the unit and group of the year's first exposure.</summary>
internal sealed class PersonYear
{
    public int Year { get; init; }

    public Guid PersonRef { get; init; }

    public Guid UnitId { get; set; }

    public int OccupationalGroup { get; set; }

    public int IncidentCount { get; set; }

    public long StatKey { get; init; }
}

/// <summary>A fact as it was frozen, without any way back to its case.</summary>
internal sealed class ReleaseFact
{
    public int Stage { get; init; }

    /// <summary>1 incidents, 2 exposures, 3 persons.</summary>
    public int Fact { get; init; }

    public Guid UnitId { get; init; }

    /// <summary>A month; a whole year for persons.</summary>
    public int Month { get; init; }

    /// <summary>In the order of the random keys, so that it tells nothing.</summary>
    public int Seq { get; init; }

    public int Combo { get; init; }

    public long Flags { get; init; }

    public long StatKey { get; init; }
}

/// <summary>What was frozen when, by which table and key, with sums to check it by.</summary>
internal sealed class StatRelease
{
    public Guid ReleaseId { get; init; }

    public int Stage { get; init; }

    public int Year { get; init; }

    /// <summary>1-12; 0 for the persons of the year.</summary>
    public int Month { get; init; }

    public DateTimeOffset BuiltAt { get; init; }

    public string TableId { get; init; } = string.Empty;

    public string KeyId { get; init; } = string.Empty;

    /// <summary>The year whose organisation the facts are counted by.</summary>
    public int OrgVersion { get; init; }

    public int CodebookVersion { get; init; }

    public long FactCount { get; init; }

    /// <summary>Sum of the keys modulo 2^32.</summary>
    public long FactKeySum { get; init; }
}

/// <summary>To which employer, county and sector a unit belongs in a calendar year; never cut anew.</summary>
internal sealed class StatPlace
{
    public int Year { get; init; }

    public Guid UnitId { get; init; }

    public Guid EmployerId { get; init; }

    public string Sector { get; init; } = string.Empty;

    public string? County { get; init; }
}

/// <summary>Records and their keys for a combination of attributes, for a node above the units.</summary>
internal sealed class StatCube
{
    public int Fact { get; init; }

    public Guid NodeId { get; init; }

    public int Period { get; init; }

    public int Combo { get; init; }

    public long N { get; init; }

    public long KeySum { get; init; }
}

/// <summary>All records of a node in a period.</summary>
internal sealed class StatTotal
{
    public int Fact { get; init; }

    public Guid NodeId { get; init; }

    public int Period { get; init; }

    public long N { get; init; }

    public long KeySum { get; init; }
}

/// <summary>Records by the class of one indicator or one attribute alone, for a node above the units.</summary>
internal sealed class StatMarginRow
{
    public int Fact { get; init; }

    public Guid NodeId { get; init; }

    public int Indicator { get; init; }

    public int Period { get; init; }

    public int Class { get; init; }

    public long N { get; init; }

    public long KeySum { get; init; }
}

/// <summary>The latest comparison of facts, incidents and releases; a mismatch stops the next freeze.</summary>
internal sealed class StatReconciliation
{
    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    public int Compared { get; init; }

    public int Mismatches { get; init; }

    /// <summary>Where it does not agree, such as employer and year; no personal data.</summary>
    public string Where { get; init; } = string.Empty;
}
