using System.Globalization;
using System.Reflection;
using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace IncidentReporting.Api.Routing;

/// <summary><c>limit</c> and <c>after</c> of a list.</summary>
internal sealed record PageQuery(Page Page) : IEndpointParameterMetadataProvider
{
    public static ValueTask<PageQuery?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var query = context.Request.Query;
        var limit = Page.DefaultLimit;
        if (query.TryGetValue("limit", out var text)
            && (!int.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > Page.MaxLimit))
        {
            throw new InvalidInputException("limit", ProblemTexts.Format("query.limit", Page.MaxLimit));
        }

        var after = query.TryGetValue("after", out var cursor) ? Cursor.Parse(cursor.ToString()) : null;
        return new(new PageQuery(new Page(limit, after)));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new QueryNames("limit", "after"));
}

/// <summary>Query parameters that a route reads by itself, beside those of its handler's parameters.</summary>
internal sealed record QueryNames(params string[] Names);
