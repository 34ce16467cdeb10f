namespace IncidentReporting.Api.Hosting;

/// <summary>Marks an answer that a stranger has written: whatever it holds, the browser runs nothing of it and lends it nothing of ours.</summary>
internal static class ForeignContent
{
    public const string Policy = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static readonly object Key = new();

    public static void Confine(HttpContext context) => context.Items[Key] = true;

    public static bool Is(HttpContext context) => context.Items.ContainsKey(Key);
}
