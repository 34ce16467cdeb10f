using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Application.Incidents.Views;
using MediatR;

namespace IncidentReporting.Application.Incidents.ReportBatch;

/// <summary>Up to fifty events of one shift: all are reported, or none.</summary>
public sealed record ReportBatchCommand(IReadOnlyList<ReportInput>? Incidents, IReadOnlyList<int>? Drafts = null) : ICommand<ReportBatchResult>;

public sealed record ReportBatchResult(IReadOnlyList<IncidentView> Items) : IAboutCases
{
    IEnumerable<IncidentId> IAboutCases.Cases => Items.Select(item => item.Id);
}

internal sealed class ReportBatchValidator : AbstractValidator<ReportBatchCommand>
{
    private const int Most = 50;

    public ReportBatchValidator(TimeProvider time)
    {
        RuleFor(command => command.Incidents).NotEmpty().WithMessage(_ => IncidentTexts.BatchEmpty);
        RuleFor(command => command.Incidents).Must(incidents => incidents is null || incidents.Count <= Most).WithMessage(_ => IncidentTexts.BatchTooLarge);
        RuleFor(command => command.Drafts).Custom((drafts, context) =>
        {
            foreach (var index in drafts ?? [])
            {
                context.AddFailure($"Incidents[{index}].Draft", IncidentTexts.BatchDraft);
            }
        });
        RuleForEach(command => command.Incidents)
            .SetValidator(new ReportInputValidator(time, complete: true))
            .When(command => command.Incidents?.Count <= Most);
    }
}

internal sealed class ReportBatchHandler(CaseDesk desk, CaseIntake intake) : IRequestHandler<ReportBatchCommand, ReportBatchResult>
{
    public async Task<ReportBatchResult> Handle(ReportBatchCommand command, CancellationToken cancellationToken)
    {
        var views = new List<IncidentView>();
        foreach (var (report, index) in command.Incidents!.Select((report, index) => (report, index)))
        {
            var incident = await intake.DraftAsync(report, $"incidents[{index}].", cancellationToken);
            var open = await desk.OpenAsync(incident, cancellationToken);
            await intake.SubmitAsync(open, cancellationToken);
            views.Add(await desk.SaveToldAsync(open, cancellationToken));
        }

        return new ReportBatchResult(views);
    }
}
