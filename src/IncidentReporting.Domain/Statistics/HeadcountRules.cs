using IncidentReporting.Domain.Common;

namespace IncidentReporting.Domain.Statistics;

public static class HeadcountRules
{
    public static readonly Rule Counted = new("headcount_counted", "A headcount is 0 or more with at most two decimals, and full-time equivalents are at most one and a half of it.");
}
