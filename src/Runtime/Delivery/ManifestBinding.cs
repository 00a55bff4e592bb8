using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>
/// What a driver declares, for one device and one driver object: every address that only they can tell is filled in. From here on
/// all that executes steps works from the result.
/// </summary>
internal static class ManifestBinding
{
    /// <summary>Checks that the device is the declared one, and resolves the addresses. The manifest itself where none is open.</summary>
    /// <exception cref="PciDeviceException">The device is another one, or lacks a virtio structure.</exception>
    /// <exception cref="InvalidOperationException">A member that an address takes is negative or too large.</exception>
    public static DriverManifest Bind(InterruptDispatcher dispatcher, PciDevice device)
    {
        DriverManifest declared = dispatcher.Manifest;
        ManifestChecks.CheckIds(declared, device);
        return IsOpen(declared)
            ? new DriverManifest(
                declared.Driver,
                declared.VendorId,
                declared.DeviceId,
                Array.ConvertAll(declared.Handlers.ToArray(), h => new HandlerManifest(h.Name, h.Vectors.ToArray(), Resolve(h.Program), Resolve(h.Start))),
                Resolve(declared.Release),
                declared.IsLine,
                declared.SharesVectors)
            : declared;

        Step[] Resolve(ReadOnlySpan<Step> steps) => Array.ConvertAll(steps.ToArray(), step => Bind(step, dispatcher, device));
    }

    private static bool IsOpen(DriverManifest manifest)
    {
        foreach (HandlerManifest handler in manifest.Handlers)
        {
            if (IsOpen(handler.Program) || IsOpen(handler.Start))
            {
                return true;
            }
        }

        return IsOpen(manifest.Release);
    }

    private static bool IsOpen(ReadOnlySpan<Step> steps)
    {
        foreach (Step step in steps)
        {
            if (step.Address is { IsOpen: true })
            {
                return true;
            }
        }

        return false;
    }

    private static Step Bind(Step step, InterruptDispatcher dispatcher, PciDevice device)
    {
        if (step.Address is not { IsOpen: true } address)
        {
            return step;
        }

        ulong moved = 0;
        uint stride = address.Stride;
        byte bar = step.Bar;
        if (address.Structure != VirtioStructure.None)
        {
            (bar, uint start) = VirtioCapability.Find(device, address.Structure);
            moved += start;
        }

        if (address.OffsetFrom is { } offsetFrom)
        {
            moved += Member(dispatcher, offsetFrom);
        }

        if (address.StrideFrom is { } strideFrom)
        {
            stride = Member(dispatcher, strideFrom);
        }

        StepAddress bound = address with
        {
            Stride = stride,
            OffsetFrom = null,
            StrideFrom = null,
            Structure = VirtioStructure.None,
            IndexOffset = address.IndexOffset is { } index ? Move(index) : null,
        };
        return step with { Bar = bar, Offset = Move(step.Offset), Address = bound == new StepAddress() ? null : bound };

        uint Move(uint offset) => offset + moved <= uint.MaxValue
            ? (uint)(offset + moved)
            : throw new InvalidOperationException($"{dispatcher.Manifest.Driver}: a register at 0x{offset + moved:X} is beyond every BAR.");
    }

    private static uint Member(InterruptDispatcher dispatcher, string name)
    {
        long value = dispatcher.Member(name);
        return value is >= 0 and <= uint.MaxValue
            ? (uint)value
            : throw new InvalidOperationException($"{dispatcher.Manifest.Driver}.{name} is {value}: an address takes 0 to {uint.MaxValue}.");
    }
}
