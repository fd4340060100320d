package distribution

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// site holds the functions of a template and the headers of its policies, by the names of the resources.
type site struct {
	functions map[string]*function
	headers   map[string]map[string]string
}

// document is the part of a template that the distribution uses. Of the intrinsic functions, it supports Sub with the
// attachments' origin.
type document struct {
	Resources map[string]struct {
		Properties struct {
			FunctionCode                string `yaml:"FunctionCode"`
			ResponseHeadersPolicyConfig struct {
				SecurityHeadersConfig securityHeaders `yaml:"SecurityHeadersConfig"`
				CustomHeadersConfig   struct {
					Items []struct {
						Header string `yaml:"Header"`
						Value  string `yaml:"Value"`
					} `yaml:"Items"`
				} `yaml:"CustomHeadersConfig"`
			} `yaml:"ResponseHeadersPolicyConfig"`
		} `yaml:"Properties"`
	} `yaml:"Resources"`
}

// securityHeaders is a property of a CloudFront policy. The presence of ContentTypeOptions adds the header nosniff.
type securityHeaders struct {
	ContentSecurityPolicy *struct {
		Policy string `yaml:"ContentSecurityPolicy"`
	} `yaml:"ContentSecurityPolicy"`
	ContentTypeOptions *struct{} `yaml:"ContentTypeOptions"`
	FrameOptions       *struct {
		Option string `yaml:"FrameOption"`
	} `yaml:"FrameOptions"`
	ReferrerPolicy *struct {
		Policy string `yaml:"ReferrerPolicy"`
	} `yaml:"ReferrerPolicy"`
	StrictTransportSecurity *struct {
		Seconds           int  `yaml:"AccessControlMaxAgeSec"`
		IncludeSubdomains bool `yaml:"IncludeSubdomains"`
	} `yaml:"StrictTransportSecurity"`
}

// parse reads a template. The origin of the attachments replaces ${AttachmentsOrigin} in the Content-Security-Policy.
func parse(text []byte, attachments string) (site, error) {
	var template document
	if err := yaml.Unmarshal(text, &template); err != nil {
		return site{}, err
	}
	read := site{map[string]*function{}, map[string]map[string]string{}}
	for name, resource := range template.Resources {
		if source := resource.Properties.FunctionCode; source != "" {
			compiled, err := compile(source)
			if err != nil {
				return site{}, fmt.Errorf("%s: %w", name, err)
			}
			read.functions[name] = compiled
		}
		policy := resource.Properties.ResponseHeadersPolicyConfig
		headers := policy.SecurityHeadersConfig.headers(attachments)
		for _, custom := range policy.CustomHeadersConfig.Items {
			headers[custom.Header] = custom.Value
		}
		if len(headers) > 0 {
			read.headers[name] = headers
		}
	}
	return read, nil
}

// headers returns the headers that CloudFront adds.
func (s securityHeaders) headers(attachments string) map[string]string {
	headers := map[string]string{}
	if policy := s.ContentSecurityPolicy; policy != nil {
		headers["Content-Security-Policy"] = strings.ReplaceAll(policy.Policy, "${AttachmentsOrigin}", attachments)
	}
	if s.ContentTypeOptions != nil {
		headers["X-Content-Type-Options"] = "nosniff"
	}
	if s.FrameOptions != nil {
		headers["X-Frame-Options"] = s.FrameOptions.Option
	}
	if s.ReferrerPolicy != nil {
		headers["Referrer-Policy"] = s.ReferrerPolicy.Policy
	}
	if transport := s.StrictTransportSecurity; transport != nil {
		headers["Strict-Transport-Security"] = fmt.Sprintf("max-age=%d", transport.Seconds)
		if transport.IncludeSubdomains {
			headers["Strict-Transport-Security"] += "; includeSubDomains"
		}
	}
	return headers
}
