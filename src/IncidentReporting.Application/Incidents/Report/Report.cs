using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using MediatR;

namespace IncidentReporting.Application.Incidents.Report;

/// <summary>Reports an incident, or saves a draft of one: nothing is required of a draft.</summary>
public sealed record ReportCommand(ReportInput Report, bool Draft = false) : ICommand<IncidentView>;

internal sealed class ReportValidator : AbstractValidator<ReportCommand>
{
    public ReportValidator(TimeProvider time)
    {
        var draft = new ReportInputValidator(time, complete: false);
        var report = new ReportInputValidator(time, complete: true);
        RuleFor(command => command.Report).Custom((input, context) =>
            (context.InstanceToValidate.Draft ? draft : report).Validate(input).Errors.ForEach(context.AddFailure));
    }
}

internal sealed class ReportHandler(CaseDesk desk, CaseIntake intake) : IRequestHandler<ReportCommand, IncidentView>
{
    public async Task<IncidentView> Handle(ReportCommand command, CancellationToken cancellationToken)
    {
        var incident = await intake.DraftAsync(command.Report, path: string.Empty, cancellationToken);
        var open = await desk.OpenAsync(incident, cancellationToken);
        if (!command.Draft)
        {
            await intake.SubmitAsync(open, cancellationToken);
        }

        return await desk.SaveToldAsync(open, cancellationToken);
    }
}
