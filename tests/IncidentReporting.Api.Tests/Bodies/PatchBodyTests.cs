using System.Text;
using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Common;
using Microsoft.AspNetCore.Http;

namespace IncidentReporting.Api.Tests.Bodies;

internal sealed class PatchBodyTests
{
    private static readonly Report Before = new("first", ["a", "b"], new Place("client_home", 2));

    [Test]
    public async Task Patch_OfSomeMembers_LeavesTheOthers()
    {
        var after = (await ReadAsync("""{"text": "second", "place": {"floor": null}}""")).ApplyTo(Before);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Text, Is.EqualTo("second"));
            Assert.That(after.Kinds, Is.EqualTo(Before.Kinds));
            Assert.That(after.Place, Is.EqualTo(new Place("client_home", Floor: null)));
        }
    }

    [Test]
    public async Task Patch_WithNullAndLists_TakesAwayAndReplaces()
    {
        var patch = await ReadAsync("""{"text": null, "kinds": ["c"]}""");
        var after = patch.ApplyTo(Before);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Text, Is.Null);
            Assert.That(after.Kinds, Is.EqualTo(["c"]));
            Assert.That(after.Place, Is.EqualTo(Before.Place));
            Assert.That(patch.Mentions("text") && !patch.Mentions("place"), Is.True);
        }
    }

    [Test]
    public Task Patch_WithUnknownMember_IsRefusedByItsPath() =>
        Assert.ThatAsync(() => ReadAsync("""{"place": {"flor": 1}}"""), Throws.TypeOf<InvalidInputException>().With.Property("Errors").ContainKey("place.flor"));

    [Test]
    public Task Patch_WithWrongType_IsRefusedAsUnreadable() =>
        Assert.ThatAsync(() => ReadAsync("""{"place": {"floor": "two"}}"""), Throws.TypeOf<RequestRefusedException>().With.Property("Kind").EqualTo(ProblemKind.Unreadable));

    [TestCase("application/json")]
    [TestCase("application/merge-patch+json; charset=utf-8")]
    public async Task Patch_InEitherMediaType_IsTaken(string mediaType) =>
        Assert.That((await ReadAsync("""{"text": "x"}""", mediaType)).Alone().Text, Is.EqualTo("x"));

    [Test]
    public void IfMatch_Missing_Is428() =>
        Assert.That(() => IfMatch.BindAsync(new DefaultHttpContext(), null!), Throws.TypeOf<RequestRefusedException>().With.Property("Kind").EqualTo(ProblemKind.IfMatchMissing));

    [TestCase("\"v7\"", 7, true)]
    [TestCase("\"v6\"", 7, false)]
    [TestCase("W/\"v7\"", 7, false)]
    [TestCase("\"v6\", \"v7\"", 7, true)]
    [TestCase("*", 7, true)]
    [TestCase("v7", 7, false)]
    [TestCase("nonsense \"", 7, false)]
    public async Task IfMatch_AgainstTheVersion_HoldsOrIsStale(string header, long version, bool holds)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.IfMatch = header;

        var expected = (await IfMatch.BindAsync(context, null!))!.Expected;

        Assert.That(() => expected.Check(version), holds ? Throws.Nothing : Throws.TypeOf<ChangedMeanwhileException>());
    }

    private static async Task<MergePatch<Report>> ReadAsync(string json, string mediaType = "application/json")
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = mediaType;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return (await PatchBody<Report>.BindAsync(context, null!))!.Patch;
    }

    private sealed record Report(string? Text, IReadOnlyList<string>? Kinds, Place? Place);

    private sealed record Place(string? Kind, int? Floor);
}
