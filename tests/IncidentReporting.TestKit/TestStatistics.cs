namespace IncidentReporting.TestKit;

public static class TestStatistics
{
    /// <summary>The bytes 00 01 ... 1f, in base64.</summary>
    public static readonly string Key = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);
}
