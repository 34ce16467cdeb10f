using System.Security.Cryptography;
using IncidentReporting.Application.Statistics;

namespace IncidentReporting.Infrastructure.Statistics;

internal sealed class StatKeys : IStatKeys
{
    public uint Draw() => New();

    internal static uint New()
    {
        Span<byte> drawn = stackalloc byte[sizeof(uint)];
        RandomNumberGenerator.Fill(drawn);
        return BitConverter.ToUInt32(drawn);
    }
}
