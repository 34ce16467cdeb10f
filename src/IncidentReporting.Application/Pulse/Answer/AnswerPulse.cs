using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics;
using IncidentReporting.Domain.Pulse;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Pulse.Answer;

/// <summary>Answers the survey, once for each link. Nothing is written but the answer, and nothing of the link stays.</summary>
/// <param name="Chosen">The options chosen, by question; what is left out is not answered.</param>
public sealed record AnswerPulseCommand(string Token, IReadOnlyDictionary<string, IReadOnlyList<string>> Chosen) : ICommand
{
    public override string ToString() => nameof(AnswerPulseCommand);
}

internal sealed class AnswerPulseHandler(IIncidentReportingDb db, PulseDoor door, IStatKeys keys) : IRequestHandler<AnswerPulseCommand, Unit>
{
    public async Task<Unit> Handle(AnswerPulseCommand request, CancellationToken cancellationToken)
    {
        var (round, ticket) = await door.OpenAsync(request.Token, cancellationToken);
        var sheet = PulseSheet.Read(request.Chosen, out var faults)
            ?? throw new InvalidInputException(faults.ToDictionary(fault => fault.Key, fault => new[] { PulseTexts.Of(fault.Value) }, StringComparer.Ordinal));
        if (sheet.IsBlank)
        {
            throw new InvalidInputException(PulseQuestions.Exposure.Id, PulseTexts.Blank);
        }

        // Whoever takes the ticket answers: the same link in two windows gives one answer.
        PulseRules.NotYetAnswered.Check(await db.Set<PulseTicket>().Where(row => row.Hash == ticket.Hash).ExecuteDeleteAsync(cancellationToken) == 1);
        db.Set<PulseAnswer>().Add(PulseAnswer.Of(round.Id, ticket.UnitId, sheet, keys.Draw()));
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
