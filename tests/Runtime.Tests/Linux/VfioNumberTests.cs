using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace TopHalf.Runtime.Tests.Linux;

/// <summary>Every number of VFIO against a table written by hand, and that table against the kernel's header.</summary>
public sealed class VfioNumberTests
{
    private const string Header = "/usr/include/linux/vfio.h";

    // Member here; value; name there.
    private static readonly (string Member, long Value, string Name)[] Requests =
    [
        (nameof(VfioIoctl.GetApiVersion), 0x3B64, "VFIO_GET_API_VERSION"),
        (nameof(VfioIoctl.CheckExtension), 0x3B65, "VFIO_CHECK_EXTENSION"),
        (nameof(VfioIoctl.SetIommu), 0x3B66, "VFIO_SET_IOMMU"),
        (nameof(VfioIoctl.GroupGetStatus), 0x3B67, "VFIO_GROUP_GET_STATUS"),
        (nameof(VfioIoctl.GroupSetContainer), 0x3B68, "VFIO_GROUP_SET_CONTAINER"),
        (nameof(VfioIoctl.GroupGetDeviceFd), 0x3B6A, "VFIO_GROUP_GET_DEVICE_FD"),
        (nameof(VfioIoctl.DeviceGetInfo), 0x3B6B, "VFIO_DEVICE_GET_INFO"),
        (nameof(VfioIoctl.DeviceGetRegionInfo), 0x3B6C, "VFIO_DEVICE_GET_REGION_INFO"),
        (nameof(VfioIoctl.DeviceGetIrqInfo), 0x3B6D, "VFIO_DEVICE_GET_IRQ_INFO"),
        (nameof(VfioIoctl.DeviceSetIrqs), 0x3B6E, "VFIO_DEVICE_SET_IRQS"),
        (nameof(VfioIoctl.IommuGetInfo), 0x3B70, "VFIO_IOMMU_GET_INFO"),
        (nameof(VfioIoctl.IommuMapDma), 0x3B71, "VFIO_IOMMU_MAP_DMA"),
        (nameof(VfioIoctl.IommuUnmapDma), 0x3B72, "VFIO_IOMMU_UNMAP_DMA"),
    ];

    private static readonly (string Member, long Value, string Name)[] Constants =
    [
        (nameof(VfioConstants.ApiVersion), 0, "VFIO_API_VERSION"),
        (nameof(VfioConstants.Type1Iommu), 1, "VFIO_TYPE1_IOMMU"),
        (nameof(VfioConstants.Type1V2Iommu), 3, "VFIO_TYPE1v2_IOMMU"),
        (nameof(VfioConstants.GroupViable), 1, "VFIO_GROUP_FLAGS_VIABLE"),
        (nameof(VfioConstants.DevicePci), 2, "VFIO_DEVICE_FLAGS_PCI"),
        (nameof(VfioConstants.Bar0Region), 0, "VFIO_PCI_BAR0_REGION_INDEX"),
        (nameof(VfioConstants.ConfigRegion), 7, "VFIO_PCI_CONFIG_REGION_INDEX"),
        (nameof(VfioConstants.RegionRead), 1, "VFIO_REGION_INFO_FLAG_READ"),
        (nameof(VfioConstants.RegionWrite), 2, "VFIO_REGION_INFO_FLAG_WRITE"),
        (nameof(VfioConstants.RegionMmap), 4, "VFIO_REGION_INFO_FLAG_MMAP"),
        (nameof(VfioConstants.RegionCapabilities), 8, "VFIO_REGION_INFO_FLAG_CAPS"),
        (nameof(VfioConstants.CapabilitySparseMmap), 1, "VFIO_REGION_INFO_CAP_SPARSE_MMAP"),
        (nameof(VfioConstants.CapabilityMsixMappable), 3, "VFIO_REGION_INFO_CAP_MSIX_MAPPABLE"),
        (nameof(VfioConstants.IntxIndex), 0, "VFIO_PCI_INTX_IRQ_INDEX"),
        (nameof(VfioConstants.MsiIndex), 1, "VFIO_PCI_MSI_IRQ_INDEX"),
        (nameof(VfioConstants.MsixIndex), 2, "VFIO_PCI_MSIX_IRQ_INDEX"),
        (nameof(VfioConstants.ErrorIndex), 3, "VFIO_PCI_ERR_IRQ_INDEX"),
        (nameof(VfioConstants.RequestIndex), 4, "VFIO_PCI_REQ_IRQ_INDEX"),
        (nameof(VfioConstants.IrqEventFd), 1, "VFIO_IRQ_INFO_EVENTFD"),
        (nameof(VfioConstants.IrqNoResize), 8, "VFIO_IRQ_INFO_NORESIZE"),
        (nameof(VfioConstants.IrqSetDataNone), 1, "VFIO_IRQ_SET_DATA_NONE"),
        (nameof(VfioConstants.IrqSetDataEventFd), 4, "VFIO_IRQ_SET_DATA_EVENTFD"),
        (nameof(VfioConstants.IrqSetActionUnmask), 0x10, "VFIO_IRQ_SET_ACTION_UNMASK"),
        (nameof(VfioConstants.IrqSetActionTrigger), 0x20, "VFIO_IRQ_SET_ACTION_TRIGGER"),
        (nameof(VfioConstants.IommuInfoPageSizes), 1, "VFIO_IOMMU_INFO_PGSIZES"),
        (nameof(VfioConstants.IommuInfoCapabilities), 2, "VFIO_IOMMU_INFO_CAPS"),
        (nameof(VfioConstants.CapabilityIovaRange), 1, "VFIO_IOMMU_TYPE1_INFO_CAP_IOVA_RANGE"),
        (nameof(VfioConstants.DmaMapRead), 1, "VFIO_DMA_MAP_FLAG_READ"),
        (nameof(VfioConstants.DmaMapWrite), 2, "VFIO_DMA_MAP_FLAG_WRITE"),
    ];

    [Fact]
    public void Every_request_has_its_number() => AssertTable(typeof(VfioIoctl), Requests);

    [Fact]
    public void Every_constant_has_its_value() => AssertTable(typeof(VfioConstants), Constants);

    [Fact]
    public void The_vector_kinds_are_the_irq_indices()
    {
        Assert.Equal(VfioConstants.IntxIndex, (uint)VectorKind.Intx);
        Assert.Equal(VfioConstants.MsiIndex, (uint)VectorKind.Msi);
        Assert.Equal(VfioConstants.MsixIndex, (uint)VectorKind.MsiX);
    }

    [Fact]
    public void The_tables_agree_with_the_kernel_header()
    {
        Assert.SkipUnless(File.Exists(Header), "The kernel's header of VFIO is not installed (package linux-libc-dev).");
        Dictionary<string, long> header = Parse(File.ReadAllText(Header));

        Assert.All(Requests.Concat(Constants), row => Assert.Equal((row.Name, row.Value), (row.Name, header[row.Name])));
    }

    private static void AssertTable(Type type, (string Member, long Value, string Name)[] table)
    {
        FieldInfo[] fields = [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)];

        // Nothing there may be missing here.
        Assert.Equal(table.Select(row => row.Member).Order(), fields.Select(field => field.Name).Order());
        Assert.All(
            table,
            row => Assert.Equal(
                (row.Member, row.Value),
                (row.Member, Convert.ToInt64(type.GetField(row.Member)!.GetRawConstantValue(), CultureInfo.InvariantCulture))));
    }

    /// <summary>The #defines of numbers, of shifted bits and of requests, and the enumerators, counted up.</summary>
    private static Dictionary<string, long> Parse(string text)
    {
        Dictionary<string, long> values = [];
        text = Regex.Replace(text, @"/\*.*?\*/", " ", RegexOptions.Singleline);
        foreach (Match match in Regex.Matches(text, @"^#define\s+(\w+)\s+\(?(?:(\d+)\s*<<\s*(\d+)|(\d+))\)?\s*$", RegexOptions.Multiline))
        {
            values[match.Groups[1].Value] = match.Groups[4].Success
                ? Number(match.Groups[4].Value)
                : Number(match.Groups[2].Value) << (int)Number(match.Groups[3].Value);
        }

        char type = Regex.Match(text, @"^#define\s+VFIO_TYPE\s+\('(.)'\)", RegexOptions.Multiline).Groups[1].Value[0];
        foreach (Match match in Regex.Matches(text, @"^#define\s+(\w+)\s+_IO\(VFIO_TYPE,\s*VFIO_BASE\s*\+\s*(\d+)\)", RegexOptions.Multiline))
        {
            values[match.Groups[1].Value] = (type << 8) + values["VFIO_BASE"] + Number(match.Groups[2].Value);
        }

        foreach (Match match in Regex.Matches(text, @"\benum\s*\{(.*?)\}", RegexOptions.Singleline))
        {
            long next = 0;
            foreach (string enumerator in match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                string[] parts = enumerator.Split('=', StringSplitOptions.TrimEntries);
                next = parts.Length == 2 && long.TryParse(parts[1], CultureInfo.InvariantCulture, out long given) ? given : next;
                values[parts[0]] = next++;
            }
        }

        return values;
    }

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}
