using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>What a device must be for a driver, checked once, before anything is changed on it.</summary>
internal static class ManifestChecks
{
    /// <exception cref="PciDeviceException">The device lacks a BAR or a register.</exception>
    public static void CheckRegisters(DriverManifest manifest, PciDevice device)
    {
        foreach (HandlerManifest handler in manifest.Handlers)
        {
            foreach (Step step in StepProgram.Everywhere(handler).Concat(StepProgram.Start(handler)))
            {
                CheckStep(step, handler.Name, device);
            }
        }

        foreach (Step step in manifest.Release)
        {
            CheckStep(step, manifest.Driver, device);
        }
    }

    /// <summary>How many vectors have to be allocated: the kernel counts from vector 0, gaps included.</summary>
    public static int VectorsNeeded(DriverManifest manifest) => manifest.DeclaredVectors() is [.., int last] ? last + 1 : 0;

    /// <exception cref="PciDeviceException">The device offers fewer vectors than the driver declares.</exception>
    public static VectorCapability CheckVectors(DriverManifest manifest, PciDevice device)
    {
        VectorCapability offered = device.GetVectorCapability(manifest.IsLine);
        int needed = VectorsNeeded(manifest);
        return needed <= offered.Count || (manifest.SharesVectors && offered.Count > 0)
            ? offered
            : throw Mismatch(
                device,
                offered.Count == 0
                    ? manifest.IsLine
                        ? $"{manifest.Driver} declares the line, but the device has no INTx."
                        : $"{manifest.Driver} declares vectors, but the device has neither MSI nor MSI-X."
                    : $"{manifest.Driver} declares vector {needed - 1}, but the device offers only {offered.Count} ({offered.Kind}), numbered from 0.",
                manifest.IsLine ? "use [MsiVector], or another device." : "correct [MsiVector], use a device with enough vectors, or let them share with [InterruptDriver(TooFewVectors = VectorShortage.Share)].");
    }

    /// <exception cref="PciDeviceException">The device is another one, or does not answer.</exception>
    public static void CheckIds(DriverManifest manifest, PciDevice device)
    {
        if (!device.Answers())
        {
            throw new DeviceGoneException(device.Name);
        }

        (ushort vendor, ushort id) = (device.VendorId, device.DeviceId);
        if ((manifest.VendorId != 0 && manifest.VendorId != vendor) || (manifest.DeviceId != 0 && manifest.DeviceId != id))
        {
            throw Mismatch(
                device,
                $"{manifest.Driver} is for {Ids(manifest.VendorId, manifest.DeviceId)}, but the device is {Ids(vendor, id)}.",
                "open the right address ('lspci -nn' lists the ids), or correct [InterruptDriver].");
        }
    }

    private static void CheckStep(Step step, string owner, PciDevice device)
    {
        if (!step.TouchesRegister)
        {
            return;
        }

        Bar bar = device.GetBar(step.Bar);
        if (step.Type.IsPort() != bar.IsPort)
        {
            throw Mismatch(
                device,
                $"{owner} reaches BAR {step.Bar} as {step.Type}, but it holds {(bar.IsPort ? "I/O ports" : "memory")}.",
                $"use {(bar.IsPort ? "a Port" : "an Mmio")} register type in the {step.Role} descriptor.");
        }

        CheckPlace(step.Offset, step, bar, owner, device);
        if (step.Address is not { IndexOffset: { } offset } address)
        {
            return;
        }

        CheckPlace(offset, step, bar, owner, device);
        if (address.Index > RegisterTypes.AllOnes(step.Type.Width()))
        {
            throw Mismatch(
                device,
                $"{owner}: the {step.Role} descriptor writes 0x{address.Index:X} to the address register at 0x{offset:X}, which has {8 * step.Type.Width()} bits.",
                "correct Index or IndexStride.");
        }
    }

    private static void CheckPlace(uint offset, Step step, Bar bar, string owner, PciDevice device)
    {
        int width = step.Type.Width();
        if ((ulong)offset + (ulong)width > bar.Length)
        {
            throw Mismatch(
                device,
                $"{owner}: the {step.Role} descriptor's register at 0x{offset:X} ({8 * width} bits) lies outside BAR {step.Bar} of {bar.Length:#,0} bytes.",
                "correct the descriptor's offset or BAR.");
        }

        if (offset % (uint)width != 0)
        {
            throw Mismatch(
                device,
                $"{owner}: the {step.Role} descriptor's register at 0x{offset:X} ({8 * width} bits) is not aligned.",
                "correct the member that the offset or the stride is taken from.");
        }

        if (!bar.Reaches(offset, width))
        {
            throw Mismatch(
                device,
                $"{owner}: the {step.Role} descriptor's register at 0x{offset:X} of BAR {step.Bar} cannot be mapped, and the kernel would split an access of {8 * width} bits.",
                "use two registers of 32 bits in the order that the device's manual gives, in the handler or as two descriptors.");
        }
    }

    private static string Ids(ushort vendor, ushort device)
        => $"{(vendor == 0 ? "any" : vendor.ToString("x4", null))}:{(device == 0 ? "any" : device.ToString("x4", null))}";

    private static PciDeviceException Mismatch(PciDevice device, string problem, string remedy)
        => new(device.Name, "binding", errno: 0, problem, remedy);
}
