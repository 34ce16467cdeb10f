using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Access;

/// <summary>The anonymous survey. Who asks may be known; who answers never is.</summary>
public static partial class Operations
{
    public static readonly Operation ListPulseRounds = Only("pulse_rounds.list", Role.Administrator, Role.Coordinator, Role.Analyst);
    public static readonly Operation ReadPulseRound = Only("pulse_rounds.read", Role.Administrator, Role.Coordinator, Role.Analyst);
    public static readonly Operation CreatePulseRound = Only("pulse_rounds.create", Role.Administrator, Role.Coordinator);
    public static readonly Operation ReadPulse = Anyone("pulse.read") with { IsNameless = true };
    public static readonly Operation AnswerPulse = Anyone("pulse.answer") with { IsNameless = true };
}
