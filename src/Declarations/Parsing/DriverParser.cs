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
        else if (!attribute.MayHave<ushort>(KnownNames.VendorId)
            || !attribute.MayHave<ushort>(KnownNames.DeviceId)
            || !attribute.MayHave<byte>(KnownNames.TooFewVectors))
        {
            faults.AddForeign(attribute);
        }

        var shared = DescriptorSet.Read(driver.GetAttributes(), faults);
        HandlerMethodModel? request = DeviceHandlers.Find(driver, AttributeKind.Request, faults);
        HandlerMethodModel? error = DeviceHandlers.Find(driver, AttributeKind.Error, faults);
        HandlerMethodModel? granted = DeviceHandlers.Find(driver, AttributeKind.Granted, faults);
        ImmutableArray<HandlerGroup> groups = ParseHandlers(driver, shared, faults, cancellationToken);
        bool sharesVectors = ShortageChecks.Check(attribute, groups, faults);

        // What a faulty driver's handlers do is never written, so its changes should not wake the generator either.
        HandlerModel[] handlers = faults.IsFaulty ? [] : [.. groups.Select(Model).OrderBy(static h => h.Vectors[0].First)];
        StepModel[] release = faults.IsFaulty ? [] : [.. Release(shared, groups)];
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
            new EquatableArray<HandlerModel>([.. handlers]),
            new EquatableArray<StepModel>([.. release]),
            IsLine: !faults.IsFaulty && groups.Any(static g => g.IsLine),
            !faults.IsFaulty && sharesVectors,
            faults.IsFaulty ? null : request,
            faults.IsFaulty ? null : error,
            faults.IsFaulty ? null : granted,
            new EquatableArray<MemberModel>([.. AddressMembers.Of(driver, handlers.SelectMany(static h => h.Program.Concat(h.Start)).Concat(release))]));
    }

    private static ushort ReadId(AttributeData attribute, string name)
        => attribute.IsWellFormed && attribute.Argument(name) is ushort id ? id : (ushort)0;

    private static ImmutableArray<HandlerGroup> ParseHandlers(
        INamedTypeSymbol driver, DescriptorSet shared, FaultSink faults, CancellationToken cancellationToken)
    {
        var vectors = new VectorMap();
        var handlers = new List<ParsedHandler>();
        foreach (IMethodSymbol method in driver.GetMembers().OfType<IMethodSymbol>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (HandlerParser.Parse(method, vectors, faults) is { } handler)
            {
                handlers.Add(handler);
            }
        }

        ClassChecks.CheckHasHandler(driver, faults);
        ImmutableArray<HandlerGroup> groups = HandlerGroup.Make(handlers, shared);
        if (GroupChecks.CheckVectors(handlers, faults))
        {
            UserVectorChecks.CheckTogether(vectors.Claims, faults);
            foreach (HandlerGroup group in groups)
            {
                DescriptorChecks.CheckTogether(group, faults);
                GroupChecks.Check(group, faults);
                BitStrideChecks.CheckTogether(group, faults);
            }
        }

        foreach (Descriptor descriptor in shared.All.Concat(handlers.SelectMany(static h => h.Own.All)))
        {
            AddressChecks.CheckMembers(driver, descriptor, faults);
        }

        return groups;
    }

    private static HandlerModel Model(HandlerGroup group) => new(
        new EquatableArray<HandlerMethodModel>(
        [
            .. group.Handlers.Select(static h => new HandlerMethodModel(
                h.Method.Name, h.Method.IsStatic, h.Method.IsMarked(nameof(ObsoleteAttribute)))),
        ]),
        new EquatableArray<VectorRangeModel>(group.Handlers[0].Vectors),
        StepProgram.Compile(group),
        StepProgram.CompileStart(group));

    private static IEnumerable<StepModel> Release(DescriptorSet shared, ImmutableArray<HandlerGroup> groups)
        => StepProgram.Write(
            StepRole.Release, shared.Releases.Concat(groups.OrderBy(static g => g.Handlers[0].Vectors[0].First).SelectMany(static g => g.Handlers).SelectMany(static h => h.Own.Releases)));
}
