using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

public sealed partial class Incident
{
    /// <summary>Who is kept out of the case now.</summary>
    public IEnumerable<UserId> KeptOut => _exclusions.Where(exclusion => exclusion.Stands).Select(exclusion => exclusion.UserId);

    public bool IsKeptOut(UserId user) => KeptOut.Contains(user);

    /// <summary>Neither hit nor kept out already.</summary>
    public bool CanBeKeptOut(UserId user) => ExposedAs(user) is null && !IsKeptOut(user);

    /// <summary>Keeps a person out of the case. Whoever was hit is never kept out of it.</summary>
    public Exclusion Exclude(UserId user, CaseText reason, Actor by)
    {
        Require(CaseAction.Exclude);
        IncidentRules.ExposedIsNotKeptOut.Check(ExposedAs(user) is null);
        IncidentRules.KeptOutOnce.Check(!IsKeptOut(user));
        var exclusion = Exclusion.Of(user, reason, by);
        _exclusions.Add(exclusion);
        if (HandlerId == user)
        {
            HandlerId = null;
        }

        Happened("person_excluded", by, FieldGroup.Handling, exclusion.Id);
        return exclusion;
    }

    /// <summary>Who was hit is shown by an alias. In a draft there is nobody to hide from.</summary>
    public bool HidesIdentities => Report.ProtectedIdentity && !IsDraft;

    /// <summary>Keeps who was told the name behind the alias, and why.</summary>
    public IdentityReveal RevealIdentity(CaseText reason, Actor by)
    {
        IncidentRules.ActionFitsState.Check(Permits(CaseAction.RevealIdentity));
        var reveal = IdentityReveal.Of(reason, by);
        _reveals.Add(reveal);
        Happened("identity_revealed", by, FieldGroup.Core, reveal.Id);
        return reveal;
    }

    /// <summary>Keeps that a safety representative passed on what the case holds.</summary>
    /// <param name="toWhom">union_board_member, union_expert, regional_rep or other.</param>
    public OnwardDisclosure DiscloseOnward(string toWhom, DateOnly on, Actor by)
    {
        var disclosure = OnwardDisclosure.Record(Id, toWhom, on, by);
        Happened("disclosed_onward", by, FieldGroup.Reads, disclosure.Id);
        return disclosure;
    }

    /// <summary>Lets a person in again. What the exposed person decided, only she takes back.</summary>
    public void LiftExclusion(Exclusion exclusion, Actor by)
    {
        Require(CaseAction.Exclude);
        IncidentRules.KeptOutOnce.Check(exclusion.Stands);
        IncidentRules.LiftedByExposed.Check(exclusion.IsLiftedBy(by.Role));
        exclusion.Lift(by);
        Happened("exclusion_lifted", by, FieldGroup.Handling, exclusion.Id);
    }
}
