using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace IncidentReporting.Api.Hosting;

/// <summary>The proxies whose word is taken for where a call comes from. Without one the header is nothing: anybody can write it.</summary>
internal static class KnownProxies
{
    public static ForwardedHeadersOptions? Read(IConfiguration configuration)
    {
        if (configuration["Proxy:Known"] is not { } setting || string.IsNullOrWhiteSpace(setting))
        {
            return null;
        }

        // Each proxy in a row adds one address; they are believed from the nearest on, as long as each is known.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var one in setting.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(one, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(one, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new SettingException("Proxy__Known", "must be addresses or networks such as 10.0.0.0/8, with commas between.");
            }
        }

        return options;
    }
}
