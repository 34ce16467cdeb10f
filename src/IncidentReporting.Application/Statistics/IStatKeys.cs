namespace IncidentReporting.Application.Statistics;

/// <summary>Draws the key of a record that is counted from now on: uniform over 32 bits, from nothing but chance.</summary>
public interface IStatKeys
{
    uint Draw();
}
