using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Users;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.SubjectAccess;

/// <summary>Everything that is held about the caller. The reading is logged in each of her cases.</summary>
public sealed record GetMyDataQuery : IQuery<PersonData>;

/// <summary>The same about another person, for who answers a request for access on the employer's behalf.</summary>
/// <param name="Reason">One of <see cref="Reasons"/>; kept in the log, and shown to the person where her case was read.</param>
public sealed record GetUserDataQuery(UserId Id, string? Reason) : IQuery<PersonData>
{
    public static readonly IReadOnlyList<string> Reasons = ["request_by_person", "request_by_representative", "supervisory_authority"];
}

internal sealed class GetUserDataValidator : AbstractValidator<GetUserDataQuery>
{
    public GetUserDataValidator() => RuleFor(query => query.Reason).Must(reason => reason is not null && GetUserDataQuery.Reasons.Contains(reason))
        .WithMessage(_ => SubjectTexts.ReasonUnknown).OverridePropertyName("reason");
}

internal sealed class GetPersonDataHandler(IIncidentReportingDb db, PersonDataReader reader, ICurrentUser user)
    : IRequestHandler<GetMyDataQuery, PersonData>, IRequestHandler<GetUserDataQuery, PersonData>
{
    public async Task<PersonData> Handle(GetMyDataQuery request, CancellationToken cancellationToken) =>
        await reader.ReadAsync(await db.PersonAsync(user.Id, user.EmployerId, cancellationToken), reason: null, cancellationToken);

    public async Task<PersonData> Handle(GetUserDataQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadUserData.Require(user);
        return await reader.ReadAsync(await db.PersonAsync(request.Id, user.EmployerId, cancellationToken), request.Reason!, cancellationToken);
    }
}
