using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Incidents;

/// <summary>What has just been done to a case, by the <c>?done=</c> of the address that a form leads on to.</summary>
internal static class DoneTexts
{
    private static readonly PageTexts Texts = new(typeof(DoneTexts));

    /// <summary>Null where the address says nothing that is known.</summary>
    public static string? Of(string? done) => string.IsNullOrEmpty(done) ? null : Texts.Find($"done.{done}");
}
