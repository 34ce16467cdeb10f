using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using MediatR;

namespace IncidentReporting.Application.Statistics.Headcounts.Put;

/// <summary>Adds rows, and replaces those of the same unit, group and month: all of them, or none.</summary>
public sealed record PutHeadcountsCommand(IReadOnlyList<HeadcountInput> Rows) : ICommand<HeadcountsKept>;

internal sealed class PutHeadcountsValidator : AbstractValidator<PutHeadcountsCommand>
{
    public PutHeadcountsValidator() =>
        RuleFor(command => command.Rows.Count).InclusiveBetween(1, HeadcountCheck.MostRows).WithMessage(_ => HeadcountTexts.Get("Rows", HeadcountCheck.MostRows))
            .OverridePropertyName(string.Empty);
}

internal sealed class PutHeadcountsHandler(IOrgCharts charts, HeadcountDesk desk, ICurrentUser user, TimeProvider time) : IRequestHandler<PutHeadcountsCommand, HeadcountsKept>
{
    public async Task<HeadcountsKept> Handle(PutHeadcountsCommand request, CancellationToken cancellationToken)
    {
        Operations.PutHeadcounts.Require(user);
        var chart = await charts.ForChangeAsync(user.EmployerId, cancellationToken);
        var faults = new HeadcountCheck(chart, chart.DayOf(time.Now()), place => $"[{place}]").Faults(request.Rows);
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults
                .GroupBy(fault => fault.Field.Length == 0 ? $"[{fault.Row}]" : $"[{fault.Row}].{fault.Field}", StringComparer.Ordinal)
                .ToDictionary(field => field.Key, field => field.Select(fault => fault.Message).ToArray(), StringComparer.Ordinal));
        }

        return await desk.KeepAsync(request.Rows, "headcounts_put", cancellationToken);
    }
}
