using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>One method of a driver class → a handler, if it is one.</summary>
internal static class HandlerParser
{
    /// <summary>Parses a method; null where it is no handler or has no vector that can be understood.</summary>
    /// <param name="method">A method of the driver class.</param>
    /// <param name="vectors">The vectors of the handlers before this one.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static ParsedHandler? Parse(IMethodSymbol method, VectorMap vectors, FaultSink faults)
    {
        ImmutableArray<AttributeData> attributes = method.GetAttributes();
        if (!attributes.Any(static a => a.MakesHandler))
        {
            HandlerChecks.CheckNoHandler(method, attributes, faults);
            return null;
        }

        HandlerChecks.Check(method, faults);
        var own = DescriptorSet.Read(attributes, faults);
        // C# refuses a second [IntxLine] on a method itself (CS0579).
        AttributeData? line = attributes.FirstOrDefault(static a => a.Kind == AttributeKind.Line);
        VectorRangeModel[] ranges = [.. attributes
            .Where(a => a.Kind == AttributeKind.Vector || a == line)
            .Select(a => a == line ? ReadLine(a, method, own, vectors, faults) : ReadRange(a, method, own, vectors, faults))
            .OfType<VectorRangeModel>()
            .OrderBy(static r => r.First)];
        return ranges.Length == 0
            ? null
            : new ParsedHandler(method, [.. ranges], line is not null, own);
    }

    private static VectorRangeModel? ReadLine(AttributeData attribute, IMethodSymbol method, DescriptorSet own, VectorMap vectors, FaultSink faults)
    {
        if (!attribute.IsWellFormed)
        {
            faults.AddRejectedByCompiler();
            return null;
        }

        if (!attribute.MayHave<string>(KnownNames.Thread))
        {
            faults.AddForeign(attribute);
            return null;
        }

        var line = new VectorRangeModel(0, 1, (string?)attribute.Argument(KnownNames.Thread) ?? "");
        return vectors.Claim(line, method, own, attribute, faults) ? line : null;
    }

    private static VectorRangeModel? ReadRange(
        AttributeData attribute, IMethodSymbol method, DescriptorSet own, VectorMap vectors, FaultSink faults)
    {
        if (!attribute.IsWellFormed)
        {
            faults.AddRejectedByCompiler();
            return null;
        }

        if (!attribute.Has<int>(KnownNames.VectorArgument)
            || !attribute.MayHave<int>(KnownNames.Count)
            || !attribute.MayHave<string>(KnownNames.Thread)
            || !attribute.MayHave<int>(KnownNames.UserVector))
        {
            faults.AddForeign(attribute);
            return null;
        }

        var range = new VectorRangeModel(
            (int)attribute.Argument(KnownNames.VectorArgument)!,
            (int?)attribute.Argument(KnownNames.Count) ?? 1,
            (string?)attribute.Argument(KnownNames.Thread) ?? "",
            (int?)attribute.Argument(KnownNames.UserVector) ?? VectorRangeModel.Assigned);
        return VectorChecks.Check(range, attribute, faults) && UserVectorChecks.Check(range, attribute, faults) && vectors.Claim(range, method, own, attribute, faults) ? range : null;
    }
}
