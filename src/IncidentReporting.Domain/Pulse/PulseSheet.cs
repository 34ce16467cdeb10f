namespace IncidentReporting.Domain.Pulse;

/// <summary>What is wrong with what was chosen for a question.</summary>
public enum PulseFault
{
    UnknownOption,
    OnlyOne,
    StandsAlone,
}

/// <summary>A filled-in survey: one whole number for each question, by its id.</summary>
public sealed class PulseSheet
{
    private readonly Dictionary<string, int> _codes;

    private PulseSheet(Dictionary<string, int> codes) => _codes = codes;

    /// <summary>True when no question is answered.</summary>
    public bool IsBlank { get; private init; }

    public int this[PulseQuestion question] => _codes.GetValueOrDefault(question.Id);

    /// <summary>Reads what was chosen, by question; questions left out are not answered. Null where something is wrong, which <paramref name="faults"/> then tell.</summary>
    public static PulseSheet? Read(IReadOnlyDictionary<string, IReadOnlyList<string>> chosen, out IReadOnlyDictionary<string, PulseFault> faults)
    {
        var (codes, found) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, PulseFault>(StringComparer.Ordinal));
        foreach (var question in PulseQuestions.All)
        {
            var options = chosen.GetValueOrDefault(question.Id, []).Distinct(StringComparer.Ordinal).Select(question.Find).ToList();
            if (FaultOf(question, options) is { } fault)
            {
                found[question.Id] = fault;
            }
            else
            {
                codes[question.Id] = options.Sum(option => option!.Code);
            }
        }

        faults = found;
        return found.Count == 0 ? Made(codes) : null;
    }

    private static PulseFault? FaultOf(PulseQuestion question, List<PulseOption?> options) =>
        options.Contains(null) ? PulseFault.UnknownOption
        : options.Count > 1 && !question.Several ? PulseFault.OnlyOne
        : options.Count > 1 && options.Contains(question.Excludes) ? PulseFault.StandsAlone
        : null;

    private static PulseSheet Made(Dictionary<string, int> codes)
    {
        var isBlank = codes.Values.All(code => code == 0);
        var exposure = codes[PulseQuestions.Exposure.Id];
        var isExposed = exposure != 0 && exposure != PulseQuestions.Exposure.Excludes!.Code;
        foreach (var question in PulseQuestions.All)
        {
            if (question.OnlyIfExposed && !isExposed)
            {
                codes[question.Id] = 0;
            }

            if (codes[question.Id] == 0 && question.SkippedIs is { } skipped)
            {
                codes[question.Id] = skipped.Code;
            }
        }

        return new PulseSheet(codes) { IsBlank = isBlank };
    }
}
