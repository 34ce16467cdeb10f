using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Pulse.GetSurvey;

/// <summary>The survey that a link opens, in the language of the call. Nobody is asked who she is.</summary>
public sealed record GetPulseSurveyQuery(string Token) : IQuery<PulseSurvey>
{
    public override string ToString() => nameof(GetPulseSurveyQuery);
}

public sealed record PulseSurvey(PulseSurveyRound Round, IReadOnlyList<PulseSurveyQuestion> Questions);

/// <param name="Employer">Who asks.</param>
/// <param name="ClosesOn">The last day to answer.</param>
public sealed record PulseSurveyRound(string Employer, string Name, DateOnly OpensOn, DateOnly ClosesOn);

/// <param name="Several">Whether more than one option may be chosen.</param>
/// <param name="OnlyIfExposed">Only counted for who has been exposed to something.</param>
public sealed record PulseSurveyQuestion(string Id, string Text, string? Hint, bool Several, bool OnlyIfExposed, IReadOnlyList<PulseSurveyOption> Options);

/// <param name="StandsAlone">Does not go with the other options.</param>
public sealed record PulseSurveyOption(string Id, string Label, bool StandsAlone);

internal sealed class GetPulseSurveyHandler(IIncidentReportingDb db, PulseDoor door) : IRequestHandler<GetPulseSurveyQuery, PulseSurvey>
{
    public async Task<PulseSurvey> Handle(GetPulseSurveyQuery request, CancellationToken cancellationToken)
    {
        var (round, _) = await door.OpenAsync(request.Token, cancellationToken);
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var employer = await db.Set<Employer>().Where(row => row.Id == round.EmployerId).Select(row => row.Name).SingleAsync(cancellationToken);
        return new PulseSurvey(
            new PulseSurveyRound(employer, round.Name, round.OpensOn, round.ClosesOn), [.. PulseQuestions.All.Select(question => new PulseSurveyQuestion(
                question.Id, question.Text.In(language), question.Hint?.In(language), question.Several, question.OnlyIfExposed,
                [.. question.Options.Select(option => new PulseSurveyOption(option.Id, option.Label.In(language), option == question.Excludes))]))]);
    }
}
