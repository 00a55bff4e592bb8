using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>An annotated class → its model, and what is wrong with it.</summary>
public static class DriverParser
{
    /// <summary>The attribute that makes a class a driver; null where there is none.</summary>
    public static AttributeData? FindDriverAttribute(INamedTypeSymbol type)
        => type.TypeKind == TypeKind.Class
            ? type.GetAttributes().FirstOrDefault(static a => a.Kind == AttributeKind.Driver)
            : null;

    /// <summary>Parses a class that has <see cref="FindDriverAttribute"/>.</summary>
    /// <param name="driver">The class.</param>
    /// <param name="attribute">Its attribute.</param>
    /// <param name="faults">Takes what is wrong, in the order of the declaration.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static DriverModel Parse(
        INamedTypeSymbol driver, AttributeData attribute, FaultSink faults, CancellationToken cancellationToken)
    {
        bool canReopen = ClassChecks.Check(driver, faults, cancellationToken);
        GeneratedMembers taken = MemberChecks.Check(driver, faults);
        if (!attribute.IsWellFormed)
        {
            faults.AddRejectedByCompiler();
        }
        else if (!attribute.MayHave<ushort>(KnownNames.VendorId) || !attribute.MayHave<ushort>(KnownNames.DeviceId))
        {
            faults.AddForeign(attribute);
        }

        var shared = DescriptorSet.Read(driver.GetAttributes(), faults);
        ParsedHandler[] handlers = ParseHandlers(driver, shared, faults, cancellationToken);
        return new DriverModel(
            driver.ContainingNamespace.FullName,
            ShellParser.Containers(driver),
            ShellParser.Parse(driver),
            driver.IsStatic,
            canReopen,
            faults.IsFaulty,
            taken,
            ReadId(attribute, KnownNames.VendorId),
            ReadId(attribute, KnownNames.DeviceId),
            // What a faulty driver's handlers do is never written, so its changes should not wake the generator either.
            new EquatableArray<HandlerModel>(faults.IsFaulty ? [] : [.. handlers.Select(static h => h.Model)]),
            new EquatableArray<StepModel>(faults.IsFaulty ? [] : Release(shared, handlers)));
    }

    private static ushort ReadId(AttributeData attribute, string name)
        => attribute.IsWellFormed && attribute.Argument(name) is ushort id ? id : (ushort)0;

    private static ParsedHandler[] ParseHandlers(
        INamedTypeSymbol driver, DescriptorSet shared, FaultSink faults, CancellationToken cancellationToken)
    {
        var vectors = new VectorMap();
        var handlers = new List<ParsedHandler>();
        foreach (IMethodSymbol method in driver.GetMembers().OfType<IMethodSymbol>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (HandlerParser.Parse(method, shared, vectors, faults) is { } handler)
            {
                handlers.Add(handler);
            }
        }

        ClassChecks.CheckHasHandler(driver, faults);
        return [.. handlers.OrderBy(static h => h.Model.Vectors[0].First)];
    }

    private static ImmutableArray<StepModel> Release(DescriptorSet shared, ParsedHandler[] handlers)
        => [.. new[] { StepProgram.Write(StepRole.Release, shared.Release) }
            .Concat(handlers.Select(static h => h.Release))
            .OfType<StepModel>()];
}
