using System.Collections.Immutable;

namespace TopHalf.Declarations;

/// <summary>
/// Compiles the descriptors of a handler to its step program. This is the one place where the order of an interrupt is
/// decided: test, disable, acknowledge, handle, (acknowledge,) enable.
/// </summary>
internal static class StepProgram
{
    /// <param name="own">The handler's own descriptors.</param>
    /// <param name="shared">Those of the class, which stand in where the handler has none of a role.</param>
    public static EquatableArray<StepModel> Compile(DescriptorSet own, DescriptorSet shared)
    {
        Descriptor? pending = own.Pending ?? shared.Pending;
        Descriptor? acknowledge = EffectiveAcknowledge(own, shared);
        ImmutableArray<StepModel>.Builder steps = ImmutableArray.CreateBuilder<StepModel>();

        Add(steps, pending is null ? null : Test(pending));
        Add(steps, Write(StepRole.Disable, own.Disable ?? shared.Disable));
        Add(steps, acknowledge is { After: false } ? Clear(acknowledge, pending) : null);
        steps.Add(StepModel.Handle);
        Add(steps, acknowledge is { After: true } ? Clear(acknowledge, pending) : null);
        Add(steps, Write(StepRole.Enable, own.Enable ?? shared.Enable));
        return new EquatableArray<StepModel>(steps.ToImmutable());
    }

    /// <summary>The acknowledge that applies: a pending register that is cleared by its read has that role already.</summary>
    public static Descriptor? EffectiveAcknowledge(DescriptorSet own, DescriptorSet shared)
        => own.Acknowledge ?? ((own.Pending ?? shared.Pending) is { ReadClears: true } ? null : shared.Acknowledge);

    /// <summary>A step that writes the descriptor's value, or its mask where it has none.</summary>
    public static StepModel? Write(StepRole role, Descriptor? descriptor) => descriptor is null
        ? null
        : Make(role, StepOperation.Write, descriptor, descriptor.Mask, descriptor.ValueOrMask);

    private static StepModel Test(Descriptor pending) => Make(
        StepRole.Pending,
        pending.Value is null ? StepOperation.TestAny : StepOperation.TestEqual,
        pending,
        pending.Mask,
        pending.Value ?? 0);

    private static StepModel? Clear(Descriptor acknowledge, Descriptor? pending) => acknowledge.Clear switch
    {
        IrqClear.Constant => Write(StepRole.Acknowledge, acknowledge),
        // Bits that the test does not look at were not this handler's to find pending, so they are not its to clear.
        IrqClear.Echo => Make(
            StepRole.Acknowledge, StepOperation.Echo, acknowledge, acknowledge.Mask & (pending?.Mask ?? 0), 0),
        IrqClear.Modify => Make(
            StepRole.Acknowledge, StepOperation.Modify, acknowledge, acknowledge.Mask, acknowledge.ValueOrMask),
        _ => null,
    };

    private static StepModel Make(StepRole role, StepOperation operation, Descriptor from, ulong mask, ulong value)
        => new(role, operation, from.Type, from.Bar, from.Offset, mask, value);

    private static void Add(ImmutableArray<StepModel>.Builder steps, StepModel? step)
    {
        if (step is not null)
        {
            steps.Add(step);
        }
    }
}
