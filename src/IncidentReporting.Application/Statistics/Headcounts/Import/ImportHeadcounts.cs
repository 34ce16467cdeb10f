using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using MediatR;

namespace IncidentReporting.Application.Statistics.Headcounts.Import;

/// <summary>Takes in a file of headcounts (CSV): all of it, or nothing where anything in it is wrong.</summary>
public sealed record ImportHeadcountsCommand(ReadOnlyMemory<byte> File) : ICommand<HeadcountsKept>
{
    public const int MostBytes = HeadcountFile.MostBytes;
}

internal sealed class ImportHeadcountsValidator : AbstractValidator<ImportHeadcountsCommand>
{
    public ImportHeadcountsValidator()
    {
        RuleFor(command => command.File.Length).GreaterThan(0).WithMessage(_ => HeadcountTexts.Get("FileEmpty")).OverridePropertyName("file");
        RuleFor(command => command.File.Length).LessThanOrEqualTo(HeadcountFile.MostBytes).WithMessage(_ => HeadcountTexts.Get("FileLarge")).OverridePropertyName("file");
    }
}

internal sealed class ImportHeadcountsHandler(IOrgCharts charts, HeadcountDesk desk, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ImportHeadcountsCommand, HeadcountsKept>
{
    public async Task<HeadcountsKept> Handle(ImportHeadcountsCommand request, CancellationToken cancellationToken)
    {
        Operations.PutHeadcounts.Require(user);
        var chart = await charts.ForChangeAsync(user.EmployerId, cancellationToken);
        var file = HeadcountFile.Read(request.File, chart);
        file.Check(new HeadcountCheck(chart, chart.DayOf(time.Now()), file.NumberOf));
        return await desk.KeepAsync(file.Rows, "headcounts_imported", cancellationToken);
    }
}
