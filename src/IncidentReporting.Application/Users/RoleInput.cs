using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Users;

/// <summary>A role to be held in a unit and everything below it.</summary>
/// <param name="From">The first day; null is today.</param>
/// <param name="To">The last day; null is without end.</param>
/// <param name="AppointedBy">Who appointed a safety representative.</param>
/// <param name="NotifiedAt">When the employer was told of a safety representative; null is now.</param>
public sealed record RoleInput(
    string? Role = null, UnitId? UnitId = null, DateOnly? From = null, DateOnly? To = null, string? AppointedBy = null, DateTimeOffset? NotifiedAt = null);

internal sealed class RoleInputValidator : AbstractValidator<RoleInput>
{
    public const int Most = 50;

    private const int AppointedByLength = 200;

    public RoleInputValidator()
    {
        RuleFor(role => role.Role).Must(role => SnakeCase.Find<Role>(role) is not null).WithMessage(_ => OrganisationTexts.RoleUnknown);
        RuleFor(role => role.UnitId).NotNull().WithMessage(_ => OrganisationTexts.UnitUnknown);
        RuleFor(role => role.To).Must((role, to) => to is null || role.From is null || to >= role.From).WithMessage(_ => OrganisationTexts.PeriodBackwards);
        RuleFor(role => role.AppointedBy).MaximumLength(AppointedByLength).WithMessage(_ => OrganisationTexts.TooLong(AppointedByLength));
    }
}

internal static class RoleInputs
{
    /// <summary>The roles as they will be stored. A unit or role that the employer cannot have is refused by its place in the list.</summary>
    public static IReadOnlyList<RoleAssignment> ToAssignments(this IReadOnlyList<RoleInput> roles, UserId person, OrgChart chart, DateTimeOffset now)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var today = chart.DayOf(now);
        var assignments = roles.Select((input, place) =>
        {
            var role = SnakeCase.Parse<Role>(input.Role!);
            var isUnion = chart.Employer.Kind == OrganisationKind.Union;
            if (chart.Unit(input.UnitId!.Value) is null)
            {
                errors[$"roles[{place}].unitId"] = [OrganisationTexts.UnitUnknown];
            }
            else if (role == Role.UnionReader && !isUnion)
            {
                errors[$"roles[{place}].role"] = [OrganisationTexts.RoleOfUnion];
            }
            else if (role is not (Role.UnionReader or Role.Administrator or Role.Auditor or Role.DataProtectionOfficer) && isUnion)
            {
                errors[$"roles[{place}].role"] = [OrganisationTexts.RoleOfEmployer];
            }

            var from = input.From ?? (input.To < today ? input.To.Value : today);
            var notifiedAt = role is Role.SafetyRepresentative or Role.HeadSafetyRepresentative ? input.NotifiedAt ?? now : input.NotifiedAt;
            return RoleAssignment.Create(Guid.CreateVersion7(now), person, role, input.UnitId!.Value, from, input.To, input.AppointedBy, notifiedAt);
        }).ToList();
        return errors.Count == 0 ? assignments : throw new InvalidInputException(errors);
    }

    /// <summary>Refuses to leave the employer without anyone who can mend its accounts.</summary>
    public static void RequireAdministrator(OrgChart chart, UserId changed, bool remains, DateTimeOffset now) =>
        OrganisationRules.AdministratorRemains.Check(
            remains || chart.People.Any(person =>
                person.Id != changed && !person.IsDisabled && chart.RolesOf(person.Id, now).Any(held => held.Role == Role.Administrator)));

    public static bool WasAdministrator(OrgChart chart, UserId person, DateTimeOffset now) =>
        chart.Person(person) is { IsDisabled: false } && chart.RolesOf(person, now).Any(held => held.Role == Role.Administrator);
}
