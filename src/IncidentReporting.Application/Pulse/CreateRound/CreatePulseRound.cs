using System.Security.Cryptography;
using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using MediatR;

namespace IncidentReporting.Application.Pulse.CreateRound;

/// <summary>Plans a round of the survey; it opens, reminds and closes by itself.</summary>
/// <param name="ClosesOn">The last day.</param>
/// <param name="UnitIds">Where to ask: each unit with everything below it.</param>
public sealed record CreatePulseRoundCommand(string? Name, DateOnly? OpensOn, DateOnly? ClosesOn, IReadOnlyList<UnitId>? UnitIds) : ICommand<PulseRoundResult>;

internal sealed class CreatePulseRoundValidator : AbstractValidator<CreatePulseRoundCommand>
{
    private const int MostDays = 92;

    public CreatePulseRoundValidator()
    {
        RuleFor(command => command.Name).Must(name => !string.IsNullOrWhiteSpace(name) && name.Length <= PulseRound.NameLength).WithMessage(_ => PulseTexts.NameMissing);
        RuleFor(command => command.OpensOn).NotNull().WithMessage(_ => PulseTexts.DayMissing);
        RuleFor(command => command.ClosesOn).NotNull().WithMessage(_ => PulseTexts.DayMissing);
        RuleFor(command => command.ClosesOn).Must((command, last) => last is null || last >= command.OpensOn).When(command => command.OpensOn is not null)
            .WithMessage(_ => PulseTexts.PeriodBackwards);
        RuleFor(command => command.ClosesOn).Must((command, last) => last is null || last.Value.DayNumber - command.OpensOn!.Value.DayNumber < MostDays)
            .When(command => command.OpensOn is not null).WithMessage(_ => PulseTexts.TooLong(MostDays));
        RuleFor(command => command.UnitIds).NotEmpty().WithMessage(_ => PulseTexts.UnitsMissing);
    }
}

internal sealed class CreatePulseRoundHandler(IIncidentReportingDb db, IOrgCharts charts, IDigestTime mornings, ICurrentUser user, ICellProtections protections, TimeProvider time)
    : IRequestHandler<CreatePulseRoundCommand, PulseRoundResult>
{
    private static readonly Role[] Asking = [Role.Administrator, Role.Coordinator];

    public async Task<PulseRoundResult> Handle(CreatePulseRoundCommand request, CancellationToken cancellationToken)
    {
        Operations.CreatePulseRound.Require(user);
        var now = time.Now();
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        Check(request, chart, now);

        var morning = await mornings.ForAsync(user.EmployerId, cancellationToken);
        var round = PulseRound.Create(
            PulseRoundId.New(now), user.EmployerId, request.Name!.Trim(), request.OpensOn!.Value, request.ClosesOn!.Value, request.UnitIds!,
            TimesOf(request.OpensOn.Value, request.ClosesOn.Value, chart, morning.At, now), RandomNumberGenerator.GetBytes(PulseRound.LinkKeyLength));
        db.Set<PulseRound>().Add(round);
        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, role: null, "pulse_round_created", round.Id.Value, now));
        await db.SaveChangesAsync(cancellationToken);
        return (await db.ResultsAsync(protections, [round], now, cancellationToken))[0];
    }

    private void Check(CreatePulseRoundCommand request, OrgChart chart, DateTimeOffset now)
    {
        var reach = user.Roles.Where(held => Asking.Contains(held.Role)).SelectMany(held => held.Role is Role.Administrator ? chart.Units.Select(unit => unit.Id) : held.Reach).ToHashSet();
        if (request.UnitIds!.Any(id => !reach.Contains(id) || chart.Unit(id) is not { IsClosed: false }))
        {
            throw new InvalidInputException("unitIds", PulseTexts.UnitUnknown);
        }

        if (request.OpensOn < chart.DayOf(now))
        {
            throw new InvalidInputException("opensOn", PulseTexts.DayPassed);
        }

        if (PulseInvitations.Of(chart, request.UnitIds!, now).Count == 0)
        {
            throw new InvalidInputException("unitIds", PulseTexts.NobodyThere);
        }
    }

    // Mails go in the morning; on the day itself, when somebody has just asked for it, at once.
    private static PulseTimes TimesOf(DateOnly opensOn, DateOnly closesOn, OrgChart chart, TimeOnly morning, DateTimeOffset now)
    {
        var zone = chart.Employer.Zone();
        var opensAt = StartOf(opensOn, zone);
        var halfway = opensOn.AddDays((closesOn.DayNumber - opensOn.DayNumber + 1) / 2);
        return new PulseTimes(
            opensAt, now >= opensAt ? now : opensAt + morning.ToTimeSpan(), halfway == opensOn ? null : StartOf(halfway, zone) + morning.ToTimeSpan(), StartOf(closesOn.AddDays(1), zone));
    }

    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone) => new DateOrTime(day, Time: null).Instant(zone);
}
