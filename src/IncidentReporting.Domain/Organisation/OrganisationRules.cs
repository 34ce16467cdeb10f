using IncidentReporting.Domain.Common;

namespace IncidentReporting.Domain.Organisation;

public static class OrganisationRules
{
    public static readonly Rule UnitNotBelowItself = new("unit_not_below_itself", "A unit is never placed below itself.");

    public static readonly Rule TopUnitStays = new("top_unit_stays", "The top unit stands for the whole employer and is neither moved nor closed.");

    public static readonly Rule AdministratorRemains = new("administrator_remains", "An employer always has at least one administrator.");
}
