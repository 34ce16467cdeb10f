using IncidentReporting.Application.Common;
using MediatR;

namespace IncidentReporting.Application.Idempotency.PurgeAnswers;

/// <summary>Removes kept answers that no repetition may get any more.</summary>
public sealed record PurgeAnswersCommand : ICommand;

internal sealed class PurgeAnswersHandler(AnswerStore answers) : IRequestHandler<PurgeAnswersCommand, Unit>
{
    public async Task<Unit> Handle(PurgeAnswersCommand request, CancellationToken cancellationToken)
    {
        await answers.PurgeAsync(cancellationToken);
        return Unit.Value;
    }
}
