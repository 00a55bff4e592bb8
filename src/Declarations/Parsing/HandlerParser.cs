using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>One method of a driver class → a handler, if it is one.</summary>
internal static class HandlerParser
{
    /// <summary>Parses a method; null where it is no handler or has no vector that can be understood.</summary>
    /// <param name="method">A method of the driver class.</param>
    /// <param name="shared">The descriptors of the class.</param>
    /// <param name="vectors">The vectors of the handlers before this one.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static ParsedHandler? Parse(IMethodSymbol method, DescriptorSet shared, VectorMap vectors, FaultSink faults)
    {
        ImmutableArray<AttributeData> attributes = method.GetAttributes();
        if (!attributes.Any(static a => a.Kind == AttributeKind.Vector))
        {
            HandlerChecks.CheckNoHandler(method, attributes, faults);
            return null;
        }

        HandlerChecks.Check(method, faults);
        VectorRangeModel[] ranges = [.. attributes
            .Where(static a => a.Kind == AttributeKind.Vector)
            .Select(a => ReadRange(a, method, vectors, faults))
            .OfType<VectorRangeModel>()
            .OrderBy(static r => r.First)];
        var own = DescriptorSet.Read(attributes, faults);
        DescriptorChecks.CheckTogether(method, own, shared, faults);
        if (ranges.Length == 0)
        {
            return null;
        }

        var model = new HandlerModel(
            method.Name,
            method.IsStatic,
            new EquatableArray<VectorRangeModel>([.. ranges]),
            StepProgram.Compile(own, shared),
            method.IsMarked(nameof(ObsoleteAttribute)));
        return new ParsedHandler(model, StepProgram.Write(StepRole.Release, own.Release));
    }

    private static VectorRangeModel? ReadRange(AttributeData attribute, IMethodSymbol method, VectorMap vectors, FaultSink faults)
    {
        if (!attribute.IsWellFormed)
        {
            faults.AddRejectedByCompiler();
            return null;
        }

        if (!attribute.Has<int>(KnownNames.VectorArgument)
            || !attribute.MayHave<int>(KnownNames.Count)
            || !attribute.MayHave<string>(KnownNames.Thread))
        {
            faults.AddForeign(attribute);
            return null;
        }

        var range = new VectorRangeModel(
            (int)attribute.Argument(KnownNames.VectorArgument)!,
            (int?)attribute.Argument(KnownNames.Count) ?? 1,
            (string?)attribute.Argument(KnownNames.Thread) ?? "");
        return VectorChecks.Check(range, attribute, faults) && vectors.Claim(range, method, attribute, faults) ? range : null;
    }
}
