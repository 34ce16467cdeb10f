using IncidentReporting.Domain.Codes;

namespace IncidentReporting.Domain.Pulse;

/// <summary>One option of a question; its code is what an answer holds.</summary>
/// <param name="Code">The place from 1 where one option is chosen, a bit of its own where several may be.</param>
public sealed record PulseOption(string Id, int Code, Wording Label);

/// <summary>One question of the survey. An answer holds one whole number for it; 0 is not answered.</summary>
/// <param name="Several">Whether more than one option may be chosen; the codes are then added.</param>
/// <param name="Excludes">The option that stands alone, where several may be chosen.</param>
/// <param name="SkippedIs">What is counted where nothing was chosen; null: nothing.</param>
/// <param name="OnlyIfExposed">Only counted for who has been exposed to something.</param>
public sealed record PulseQuestion(
    string Id, Wording Text, Wording? Hint, bool Several, PulseOption? Excludes, PulseOption? SkippedIs, bool OnlyIfExposed, IReadOnlyList<PulseOption> Options)
{
    public PulseOption? Find(string? option) => Options.FirstOrDefault(known => known.Id == option);

    /// <summary>The options that a stored number stands for.</summary>
    public IEnumerable<PulseOption> In(int stored) => Options.Where(option => Several ? (stored & option.Code) != 0 : stored == option.Code);
}
