using IncidentReporting.Domain.Common;

namespace IncidentReporting.Domain.Pulse;

public static class PulseRules
{
    public static readonly Rule NotYetAnswered = new("pulse_already_answered", "The link has been used. Each link gives one answer.");

    public static readonly Rule RoundIsOpen = new("pulse_round_closed", "The round is over, and takes no more answers.");
}
